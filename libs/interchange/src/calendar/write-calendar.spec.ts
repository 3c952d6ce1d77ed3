import { describe, expect, it, jest } from '@jest/globals';
import { visibleLine } from '@forum/domain/text/visible-text';
import fc from 'fast-check';
import { DomainError } from '@forum/domain/errors';
import { readByIcalJs, readByNodeIcal } from '../testing/read-calendars.ts';
import type { CalendarItem } from './calendar-item.ts';
import { writeCalendar } from './write-calendar.ts';

const meeting: CalendarItem = {
  uid: 'meeting-1@forum.example',
  sequence: 2,
  created: '2027-05-01T08:00:00Z',
  lastModified: '2027-05-02T08:00:00Z',
  start: '2027-05-12T01:30:00Z',
  end: '2027-05-12T02:00:00Z',
  title: 'Hanwha — Thales',
  description: '10:30 Seoul, UTC+9\nBring the drawings.',
  location: 'Hall B; table 12',
  url: 'https://forum.example/m/1?a=1,2;3',
  status: 'confirmed',
  organiser: { name: 'Secretariat', email: 'desk@forum.example' },
  attendees: [{ name: 'Kim Min-jun', email: 'kim@firm.example', partstat: 'accepted', rsvp: true }],
};

const lines = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n');
const written = (item: Partial<CalendarItem>) =>
  writeCalendar({ name: 'Forum', items: [{ ...meeting, ...item }] });

describe('a calendar', () => {
  it('says what RFC 5545 asks, in UTC, line by line', () => {
    expect(lines(writeCalendar({ name: 'Forum, Seoul', items: [meeting] }))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Forum//Forum calendar//EN',
      'METHOD:PUBLISH',
      'NAME:Forum\\, Seoul',
      'X-WR-CALNAME:Forum\\, Seoul',
      'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
      'X-PUBLISHED-TTL:PT15M',
      'BEGIN:VEVENT',
      'UID:meeting-1@forum.example',
      'SEQUENCE:2',
      'DTSTAMP:20270502T080000Z',
      'DTSTART:20270512T013000Z',
      'DTEND:20270512T020000Z',
      'SUMMARY:Hanwha — Thales',
      'LOCATION:Hall B\\; table 12',
      'DESCRIPTION:10:30 Seoul\\, UTC+9\\nBring the drawings.',
      'ORGANIZER;CN="Secretariat":mailto:desk@forum.example',
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE;CN="Kim Min-jun";SCHEDULE-AGENT=NONE:MAILTO:kim@firm.example',
      'URL;VALUE=URI:https://forum.example/m/1?a=1%2C2%3B3',
      'STATUS:CONFIRMED',
      'CREATED:20270501T080000Z',
      'LAST-MODIFIED:20270502T080000Z',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is the same bytes for the same input, whatever the clock says', () => {
    jest.useFakeTimers({ now: Date.UTC(2027, 4, 2) });
    const first = written({});
    jest.setSystemTime(Date.UTC(2029, 0, 1));
    expect(written({})).toBe(first);
    jest.useRealTimers();
  });

  it('without items is still one', () => {
    expect(lines(writeCalendar({ name: 'Forum', items: [] })).slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('leaves out a link that is not of the web', () => {
    expect(written({ url: 'javascript:alert(1)' })).not.toContain('URL');
  });

  it.each<[string, Partial<CalendarItem>]>([
    ['start', { start: '2027-05-12T10:30:00' }],
    ['end', { end: meeting.start }],
    ['sequence', { sequence: 1.5 }],
    ['address', { organiser: { name: 'A', email: 'a@b.example\r\nX-EVIL:1' } }],
    ['address', { attendees: [{ name: 'A', email: 'a@b.example,c@d.example' }] }],
  ])('is refused for an impossible %s', (_, item) => {
    expect(() => written(item)).toThrow(DomainError);
  });
});

describe('a cancelled item', () => {
  it('stays, takes no time, and says so in its title', () => {
    const calendar = writeCalendar({
      name: 'Forum',
      cancelledPrefix: '취소: ',
      items: [{ ...meeting, status: 'cancelled', sequence: 3 }],
    });
    expect(lines(calendar)).toEqual(
      expect.arrayContaining([
        'STATUS:CANCELLED',
        'TRANSP:TRANSPARENT',
        'SEQUENCE:3',
        'SUMMARY:취소: Hanwha — Thales',
      ]),
    );
  });
});

describe('an invitation', () => {
  it.each(['REQUEST', 'CANCEL'] as const)('by %s names its method and lets servers answer', (method) => {
    const calendar = writeCalendar({ name: 'Forum', method, items: [meeting] });
    expect(lines(calendar)).toContain(`METHOD:${method}`);
    expect(calendar).not.toContain('SCHEDULE-AGENT');
    expect(lines(calendar)).toContain(method === 'CANCEL' ? 'STATUS:CANCELLED' : 'STATUS:CONFIRMED');
  });

  it('holds exactly one item', () => {
    expect(() => writeCalendar({ name: 'Forum', method: 'REQUEST', items: [] })).toThrow(DomainError);
    expect(() => writeCalendar({ name: 'Forum', method: 'CANCEL', items: [meeting, meeting] })).toThrow(
      DomainError,
    );
  });
});

const hostile = [
  'Sergeant "Ace" O’Neil',
  'Doe, Jane; Office \\ Ministry',
  'A\r\nATTENDEE:mailto:evil@evil.example',
  'A\nX-EVIL:1\rEND:VEVENT',
  '국방과학연구소'.repeat(4).slice(0, 27),
  '🛰️👩🏽‍🚀 e\u0301',
  "a^n^^b^'c",
  'nul \u0000 bell \u0007 nel \u0085 ls \u2028 lone \ud800',
  ':mailto:x',
  'नई दिल्ली',
];
const awkward = fc.constantFrom(
  '"',
  ',',
  ';',
  ':',
  '\\',
  '\r\n',
  '\n',
  '\r',
  ' ',
  '\t',
  '^',
  "'",
  '=',
  '국',
  '🛰️',
  '\u0007',
  'BEGIN:VEVENT',
);
const name = fc.oneof(
  fc.constantFrom(...hostile),
  fc
    .array(fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
    .map((all) => all.join('')),
);

const asLine = (text: string) => visibleLine(text.replace(/\p{Cs}/gu, '\uFFFD'));
const asName = (text: string) =>
  asLine(text).replaceAll('"', "'").replaceAll('\\', '/').replaceAll(';', ',').replaceAll('^', 'ˆ');

describe('hostile names', () => {
  const item = fc.record({
    title: name,
    location: name,
    organiser: name.map((told) => ({ name: told, email: 'desk@forum.example' })),
    attendees: fc.array(
      name.map((told) => ({ name: `x${told}`, email: 'kim@firm.example' })),
      { maxLength: 2 },
    ),
  });
  const expected = (told: Partial<CalendarItem>) => ({
    uid: meeting.uid,
    sequence: 2,
    start: '2027-05-12T01:30:00.000Z',
    end: '2027-05-12T02:00:00.000Z',
    title: asLine(told.title ?? ''),
    description: meeting.description,
    location: asLine(told.location ?? '') || null,
    url: 'https://forum.example/m/1?a=1%2C2%3B3',
    status: 'CONFIRMED',
    organiser: {
      name: asName(told.organiser?.name ?? '') || 'desk@forum.example',
      email: 'desk@forum.example',
    },
    attendees: (told.attendees ?? []).map((attendee) => ({
      name: asName(attendee.name),
      email: 'kim@firm.example',
      partstat: 'NEEDS-ACTION',
    })),
  });

  it('are read back by ical.js', () => {
    fc.assert(
      fc.property(item, (told) => {
        expect(readByIcalJs(written(told))).toEqual([expected(told)]);
      }),
      { numRuns: 500 },
    );
  });

  it('are read back by node-ical, but for two texts that it itself misreads', () => {
    // It takes an escaped backslash before n for a line break, and takes quotes around a whole text away.
    const misread = /\\n|^".*"$/i;
    fc.assert(
      fc.property(item, (told) => {
        fc.pre(![told.title, told.location].some((text) => misread.test(asLine(text))));
        expect(readByNodeIcal(written(told))).toEqual([expected(told)]);
      }),
      { numRuns: 500 },
    );
  });

  it('never make a line of their own, nor one of more than 75 octets', () => {
    const properties = lines(written({})).map((line) => line.split(/[:;]/)[0]);
    fc.assert(
      fc.property(name, (told) => {
        const calendar = writeCalendar({
          name: `x${told}`,
          items: [
            {
              ...meeting,
              uid: `x${told}`,
              title: told,
              description: `x${told}`,
              location: `x${told}`,
              organiser: { name: told, email: 'desk@forum.example' },
              attendees: [{ name: told, email: 'kim@firm.example' }],
            },
          ],
        });
        expect(lines(calendar).map((line) => line.split(/[:;]/)[0])).toEqual(properties);
        expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const longest = Math.max(...calendar.split('\r\n').map((line) => Buffer.byteLength(line)));
        expect(longest).toBeLessThanOrEqual(75);
      }),
      { numRuns: 500 },
    );
  });
});
