import { describe, expect, it } from '@jest/globals';
import type { ImportedProgramme } from './imported-programme.ts';
import { readSchedule } from './read-schedule.ts';

const event = (guid: string, inner: string) => `<event guid="${guid}" id="7">${inner}</event>`;
const hour = '<date>2026-01-31T10:00:00+01:00</date><duration>01:00</duration><title>Opening</title>';
const day = (inner: string) => `<day date="2026-01-31"><room name="Janson">${inner}</room></day>`;
const xml = (
  days: string,
  conference = '<title>Forum</title><time_zone_name>Europe/Brussels</time_zone_name>',
) =>
  `<?xml version="1.0" encoding="UTF-8"?><schedule><conference>${conference}</conference>${days}</schedule>`;

const json = (sessions: unknown, conference: object = { time_zone_name: 'Europe/Brussels' }) =>
  JSON.stringify({
    schedule: { conference: { ...conference, days: [{ date: '2026-01-31', rooms: { Janson: sessions } }] } },
  });

const starts = ({ programme }: { programme: ImportedProgramme }) =>
  programme.sessions.map(({ start }) => start);

describe('a schedule', () => {
  const full = {
    guid: 'a1',
    id: 7,
    code: 'OPEN01',
    date: '2026-01-31T10:00:00+01:00',
    duration: '1:30',
    title: ' Opening \n of the forum ',
    subtitle: '',
    track: 'Policy & law',
    type: 'plenary',
    language: 'ko',
    abstract: 'One\r\n\r\nTwo\u0000',
    url: 'https://forum.example/a1',
    persons: [{ guid: 'p1', id: 3, public_name: '김민준', affiliation: 'ACME' }, { name: 'Björk' }],
    links: [
      { url: 'https://forum.example/slides', title: 'Slides' },
      { url: 'javascript:alert(1)', title: 'x' },
    ],
  };
  const fullXml = `<event guid="a1" id="7" code="OPEN01"><date>2026-01-31T10:00:00+01:00</date><duration>1:30</duration>
    <title> Opening \n of the forum </title><subtitle/><track>Policy &amp; law</track><type>plenary</type>
    <language>ko</language><abstract><![CDATA[One]]>&#13;&#10;\n<i>Two</i></abstract><url>https://forum.example/a1</url>
    <persons><person guid="p1" id="3" affiliation="ACME">김민준</person><person>Björk</person></persons>
    <links><link href="https://forum.example/slides">Slides</link><link href="javascript:alert(1)">x</link></links>
    </event>`;
  const tracks = [{ name: 'Unused' }, { name: 'Policy & law', color: '#A4A300', slug: 'policy' }];
  const trackXml = '<track name="Unused"/><track name="Policy &amp; law" color="#A4A300" slug="policy"/>';

  it('is the same programme from XML and from JSON', () => {
    const fromJson = readSchedule(
      json([full], { time_zone_name: 'Europe/Brussels', title: 'Forum', tracks }),
    );
    const fromXml = readSchedule(
      xml(day(fullXml), `<title>Forum</title><time_zone_name>Europe/Brussels</time_zone_name>${trackXml}`),
    );
    expect(fromXml).toEqual(fromJson);
    expect(fromJson.programme).toEqual({
      title: 'Forum',
      acronym: null,
      zone: 'Europe/Brussels',
      start: '2026-01-31',
      end: '2026-01-31',
      dayChange: '06:00',
      days: [{ date: '2026-01-31', start: '2026-01-31T05:00:00Z', end: '2026-02-01T05:00:00Z' }],
      rooms: [{ name: 'Janson' }],
      tracks: [{ name: 'Policy & law', color: '#a4a300', slug: 'policy' }],
      sessions: [
        {
          guid: 'a1',
          externalId: '7',
          code: 'OPEN01',
          date: '2026-01-31',
          start: '2026-01-31T09:00:00Z',
          minutes: 90,
          room: 'Janson',
          track: 'Policy & law',
          kind: 'plenary',
          title: 'Opening of the forum',
          subtitle: null,
          abstract: 'One\n\nTwo',
          description: null,
          language: 'ko',
          speakers: [
            { externalId: 'p1', name: '김민준', organisation: 'ACME' },
            { externalId: null, name: 'Björk' },
          ],
          links: [{ title: 'Slides', url: 'https://forum.example/slides' }],
          url: 'https://forum.example/a1',
        },
      ],
    });
    expect(fromJson.report).toEqual([
      {
        code: 'session.link_refused',
        where: '2026-01-31 / Janson / Opening of the forum',
        value: 'javascript:alert(1)',
      },
    ]);
  });

  it('keeps the first of sessions with the same guid and names the other', () => {
    const again = hour.replace('Opening', 'Second');
    const { programme, report } = readSchedule(xml(day(event('a', hour) + event('a', again))));
    expect(programme.sessions.map(({ title }) => title)).toEqual(['Opening']);
    expect(report).toEqual([
      { code: 'session.guid_repeated', where: '2026-01-31 / Janson / Second', value: 'a' },
    ]);
  });

  it('names every session that cannot be taken over, and takes over the others', () => {
    const { programme, report } = readSchedule(
      json([
        'no object',
        { title: 'No guid', date: '2026-01-31T10:00:00Z', duration: '1:00' },
        { guid: 'b', date: '2026-01-31T10:00:00Z', duration: '1:00' },
        { guid: 'c', title: 'No length', date: '2026-01-31T10:00:00Z', duration: 'long' },
        { guid: 'd', title: 'Empty', date: '2026-01-31T10:00:00Z', duration: '0:00' },
        { guid: 'e', title: 'No time', date: 'tomorrow', start: '10:00', duration: '1:00' },
        {
          guid: 'f',
          title: 'Good',
          date: '2026-01-31T10:00:00Z',
          duration: '1:00',
          persons: [{ id: 3 }, null],
        },
      ]),
    );
    expect(programme.sessions.map(({ guid }) => guid)).toEqual(['f']);
    expect(report.map(({ code, value }) => [code, value])).toEqual([
      ['session.unreadable', 'no object'],
      ['session.guid_missing', ''],
      ['session.title_missing', 'b'],
      ['session.duration_unreadable', 'long'],
      ['session.duration_unreadable', '0:00'],
      ['session.start_unreadable', 'tomorrow'],
      ['session.speaker_unnamed', '3'],
      ['session.speaker_unnamed', ''],
    ]);
  });

  it('loses what cannot be seen, and names titles and speakers of which nothing is left', () => {
    const { programme, report } = readSchedule(
      xml(
        day(
          event('a', hour.replace('Opening', '\u202eOp\u200bening\u3164')) +
            event('b', hour.replace('Opening', '\u3164\u2060')) +
            event('c', `${hour}<persons><person id="7">\u2028\u{e0041}</person></persons>`),
        ),
      ),
    );
    expect(programme.sessions.map(({ title, speakers }) => [title, speakers])).toEqual([
      ['Opening', []],
      ['Opening', []],
    ]);
    expect(report.map(({ code, value }) => [code, value])).toEqual([
      ['session.title_missing', 'b'],
      ['session.speaker_unnamed', '7'],
    ]);
  });

  it('has no text that the form of a session would refuse: each is cut, with a note of its field', () => {
    const [title, long] = ['T'.repeat(299) + '\u{1f680}x', 'x'.repeat(20_001)];
    const told = { guid: 'a', date: '2026-01-31T10:00:00Z', duration: '1:00', title, subtitle: title };
    const more = { abstract: long, track: 'T'.repeat(200), language: 'Elvish', persons: [{ name: title }] };
    const { programme, report } = readSchedule(json([{ ...told, ...more }]));
    const [session] = programme.sessions;
    expect([session?.title, session?.language]).toEqual([`${'T'.repeat(299)}…`, null]);
    const texts = [session?.subtitle, session?.abstract, session?.track, session?.speakers[0]?.name];
    expect(texts.map((text) => text?.length)).toEqual([300, 20_000, 120, 200]);
    expect(report.map(({ code, value }) => [code, value.split(':')[0]])).toEqual([
      ...['track', 'title', 'subtitle', 'abstract'].map((field) => ['session.text_shortened', field]),
      ['session.text_shortened', 'speaker'],
      ['session.language_unknown', 'Elvish'],
    ]);
  });

  it('takes the length from the end where there is no duration', () => {
    const session = {
      guid: 'a',
      title: 'A',
      date: '2026-01-31T10:00:00+01:00',
      end: '2026-01-31T12:15:00+01:00',
    };
    expect(readSchedule(json([session])).programme.sessions[0]?.minutes).toBe(135);
  });
});

describe('the time of a session', () => {
  const at = (told: string, conference?: string) =>
    xml(day(event('a', told + '<duration>1:00</duration><title>A</title>')), conference);

  it('is the offset’s where the file gives one, whatever the zone', () => {
    expect(starts(readSchedule(at('<date>2026-01-31T10:00:00+09:00</date>')))).toEqual([
      '2026-01-31T01:00:00Z',
    ]);
  });

  it('is in the file’s zone without an offset, and in the edition’s where the file names none or an unknown one', () => {
    const local = '<date>2026-01-31T10:00:00</date>';
    expect(starts(readSchedule(at(local), { zone: 'Asia/Seoul' }))).toEqual(['2026-01-31T09:00:00Z']);
    expect(starts(readSchedule(at(local, ''), { zone: 'Asia/Seoul' }))).toEqual(['2026-01-31T01:00:00Z']);
    const unknown = readSchedule(at(local, '<time_zone_name>Mars/Base</time_zone_name>'), {
      zone: 'Asia/Calcutta',
    });
    expect(starts(unknown)).toEqual(['2026-01-31T04:30:00Z']);
    expect(unknown.programme.zone).toBe('Asia/Kolkata');
    expect(unknown.report).toEqual([{ code: 'schedule.zone_unknown', where: '', value: 'Mars/Base' }]);
  });

  it('is skipped by name without any zone', () => {
    const { programme, report } = readSchedule(at('<date>2026-01-31T10:00:00</date>', ''));
    expect(programme.sessions).toEqual([]);
    expect(report).toEqual([
      { code: 'session.zone_missing', where: '2026-01-31 / Janson / A', value: '2026-01-31T10:00' },
    ]);
  });

  it.each([
    ['session.wall_time_absent', '2027-03-28T02:30', 'Europe/Brussels'],
    ['session.wall_time_twice', '2027-10-31T02:30', 'Europe/Brussels'],
    ['session.wall_time_absent', '2027-10-03T02:30', 'Australia/Sydney'],
    ['session.wall_time_twice', '2027-04-04T02:30', 'Australia/Sydney'],
  ])('is skipped by name: %s at %s in %s', (code, wall, zone) => {
    const { programme, report } = readSchedule(
      at(`<date>${wall}:00</date>`, `<time_zone_name>${zone}</time_zone_name>`),
    );
    expect(programme.sessions).toEqual([]);
    expect(report).toEqual([{ code, where: '2026-01-31 / Janson / A', value: `${wall} ${zone}` }]);
  });

  it('is its start on the day’s date in files without a date of their own, the date after for past midnight', () => {
    const conference = '<time_zone_name>Asia/Seoul</time_zone_name>';
    expect(starts(readSchedule(at('<start>09:30</start>', conference)))).toEqual(['2026-01-31T00:30:00Z']);
    expect(starts(readSchedule(at('<start>01:30</start>', conference)))).toEqual(['2026-01-31T16:30:00Z']);
  });

  it.each(['2026-02-30T10:00:00Z', '2026-01-31T25:00:00Z', '2026-01-31T10:00:00+99:00', '10 o’clock'])(
    'is refused by name when it is none: %s',
    (told) => {
      expect(readSchedule(at(`<date>${told}</date>`)).report).toEqual([
        { code: 'session.start_unreadable', where: '2026-01-31 / Janson / A', value: told },
      ]);
    },
  );
});

describe('a day that ends past midnight', () => {
  const night = '<date>2026-02-01T01:00:00+01:00</date><duration>1:00</duration><title>Reception</title>';
  const late = `<day date="2026-01-31" start="2026-01-31T10:00:00+01:00" end="2026-02-01T06:00:00+01:00">
    <room name="Bar">${event('n', night)}</room></day>`;

  it('keeps its sessions on its own date', () => {
    const { programme } = readSchedule(xml(late));
    expect(programme.sessions.map(({ date, start }) => [date, start])).toEqual([
      ['2026-01-31', '2026-02-01T00:00:00Z'],
    ]);
  });

  it('tells the hour at which days change', () => {
    const { programme } = readSchedule(xml(late));
    expect(programme.dayChange).toBe('06:00');
    expect(programme.days).toEqual([
      { date: '2026-01-31', start: '2026-01-31T09:00:00Z', end: '2026-02-01T05:00:00Z' },
    ]);
  });
});
