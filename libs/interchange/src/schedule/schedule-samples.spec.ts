import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../testing/refusal-of.ts';
import { sample } from '../testing/samples.ts';
import { readSchedule } from './read-schedule.ts';

const days = ({ programme }: ReturnType<typeof readSchedule>) =>
  programme.sessions.map(({ title, date }) => [title, date]);
const xml = (days: string, zone = 'Asia/Seoul') =>
  `<schedule><conference><title>F</title><time_zone_name>${zone}</time_zone_name></conference>${days}</schedule>`;
const event = (date: string, start: string, guid = 'a') =>
  `<event guid="${guid}"><date>${date}</date><start>${start}</start><duration>0:30</duration><title>${guid}</title></event>`;
const day = (date: string, inner: string) => `<day date="${date}"><room name="Hall">${inner}</room></day>`;

describe('a schedule whose days are those of UTC', () => {
  it('has each session on the day of its local start, and says once that its days contradict its dates', () => {
    const read = readSchedule(sample('schedule-day-before.xml'), { zone: 'Asia/Kolkata' });
    expect(days(read)).toEqual([
      ['Session 1', '2027-09-10'],
      ['Session 2', '2027-09-10'],
      ['Session 3', '2027-09-10'],
      ['Session 4', '2027-09-11'],
    ]);
    expect(read.report).toEqual([
      {
        code: 'schedule.days_contradict',
        where: '2027-09-09 / Hall A / Session 1',
        value: '2027-09-09 → 2027-09-10',
        count: 4,
      },
    ]);
  });
});

describe('a schedule that forgets that clocks change', () => {
  it('says which start was taken: the wall time that it gives twice', () => {
    const { programme, report } = readSchedule(sample('schedule-clock-change.xml'), {
      zone: 'Europe/Brussels',
    });
    expect(programme.sessions.map(({ start }) => start)).toEqual([
      '2027-03-27T11:00:00Z',
      '2027-03-28T10:00:00Z',
      '2027-03-28T12:00:00Z',
    ]);
    expect(report).toEqual([
      {
        code: 'schedule.starts_contradict',
        where: '2027-03-28 / Hall A / Session 2',
        value: '2027-03-28T12:00:00+01:00, 12:00 → 2027-03-28 12:00 Europe/Brussels',
      },
    ]);
  });
});

describe('a schedule2', () => {
  it('is read, with its participants, and without what it cancels', () => {
    const told = JSON.parse(new TextDecoder().decode(sample('schedule2.json'))) as {
      schedule: { events: object[] };
    };
    const [opening] = told.schedule.events;
    told.schedule.events.push({ ...opening, guid: 'x', title: 'Off', state: 'CANCELED' }, 'nothing' as never);
    const { programme, report } = readSchedule(JSON.stringify(told));
    expect(programme.sessions).toMatchObject([
      {
        title: 'Opening',
        date: '2027-09-10',
        start: '2027-09-10T05:00:00Z',
        room: 'Hall A',
        track: 'Sensors',
        speakers: [{ name: 'Invented Speaker' }],
      },
    ]);
    expect(report.map(({ code, value }) => [code, value])).toEqual([
      ['session.cancelled', 'x'],
      ['session.unreadable', 'nothing'],
    ]);
    expect(readSchedule(sample('schedule2.json')).report).toEqual([]);
  });
});

describe('days, dates, starts and offsets that contradict each other', () => {
  it.each([
    ['2027-05-12T10:00:00+09:00', '11:00', 'starts', '2027-05-12 10:00'],
    ['2027-05-12T10:00:00+08:00', '10:00', 'starts', '2027-05-12 11:00'],
    ['2027-05-12T10:00:00+08:00', '', 'offsets', '2027-05-12 11:00'],
  ])('are told once: %s, %s', (date, start, what, taken) => {
    const both = event(date, start) + event(date, start, 'b');
    const { report } = readSchedule(xml(day('2027-05-12', both)));
    expect(report).toEqual([expect.objectContaining({ code: `schedule.${what}_contradict`, count: 2 })]);
    expect(report[0]?.value).toContain(`→ ${taken} Asia/Seoul`);
  });

  it('are none where the offset is UTC, the night belongs to the day before, or the file changes days later', () => {
    const utc = day(
      '2027-05-12',
      event('2027-05-12T01:00:00Z', '10:00') + event('2027-05-12T02:00:00Z', '', 'b'),
    );
    const night = day('2027-05-12', event('2027-05-13T01:00:00+09:00', '01:00'));
    const ofMidnight = day('2027-05-13', event('2027-05-13T01:00:00+09:00', '01:00'));
    for (const told of [utc, night, ofMidnight]) expect(readSchedule(xml(told)).report).toEqual([]);
    expect(days(readSchedule(xml(ofMidnight)))).toEqual([['a', '2027-05-12']]);
  });
});

describe('another file', () => {
  it.each([
    ['<schedule><day date="2014-07-21"><entry id="1"><title>T</title></entry></day></schedule>', /<entry>/],
    ['{"count":3,"next":null,"results":[]}', /a page of an API with “count”, “next”, “results”/],
    ['{"talks":[]}', /an object with “talks”/],
    ['[{"title":"A"}]', /a list/],
    ['BEGIN:VCALENDAR\r\nEND:VCALENDAR', /a calendar \(iCalendar\)/],
    ['title;room\nA;B\n', /a table \(CSV\)/],
    ['<iCalendar/>', /<iCalendar>/],
    ['Hello', /neither XML nor JSON/],
  ])('is refused by what it is: %s', (content, what) => {
    expect(refusalOf(() => readSchedule(content)).reason).toBe('unknown_format');
    expect(() => readSchedule(content)).toThrow(what);
  });
});

describe('a speaker whose name is a mail address', () => {
  it('is left out by name, unless the file has another name as well', () => {
    const person = (persons: object[]) =>
      readSchedule(
        JSON.stringify({
          schedule: {
            conference: {
              days: [
                {
                  date: '2027-05-12',
                  rooms: {
                    Hall: [
                      { guid: 'a', title: 'A', date: '2027-05-12T10:00:00Z', duration: '1:00', persons },
                    ],
                  },
                },
              ],
            },
          },
        }),
      );
    const read = person([{ name: 'kim@acme.example' }, { name: 'lee@acme.example', public_name: 'Lee' }]);
    expect(read.programme.sessions[0]?.speakers.map(({ name }) => name)).toEqual(['Lee']);
    expect(read.report.map(({ code, value }) => [code, value])).toEqual([
      ['session.speaker_is_mail', 'kim@acme.example'],
    ]);
  });
});
