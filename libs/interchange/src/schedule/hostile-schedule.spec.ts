import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '@forum/domain/errors';
import { refusalOf } from '../testing/refusal-of.ts';
import { readSchedule } from './read-schedule.ts';

const refused = (reason: string) => ({ code: 'import.unreadable', reason });
const bytes = (text: string) => new TextEncoder().encode(text);

const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>
  <schedule><conference><title>&lol2;</title></conference></schedule>`;
const external = `<!DOCTYPE s [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
  <schedule><conference><title>&secret;</title></conference></schedule>`;

describe('a schedule file is refused', () => {
  it.each([
    ['with entities that expand (billion laughs)', laughs, 'doctype'],
    ['with an external entity', external, 'doctype'],
    [
      'with an external document type',
      '<!DOCTYPE schedule SYSTEM "http://evil.example/x.dtd"><schedule/>',
      'doctype',
    ],
    ['with an entity that nobody declared', '<schedule>&nope;</schedule>', 'malformed'],
    ['that is not closed', '<schedule><conference><title>Forum', 'malformed'],
    ['with crossed elements', '<schedule><a></schedule></a>', 'malformed'],
    ['that declares latin1', '<?xml version="1.0" encoding="ISO-8859-1"?><schedule/>', 'encoding'],
    ['that is another XML document', '<html><body/></html>', 'unknown_format'],
    ['that is nested without end', '<schedule>' + '<a>'.repeat(100_000), 'too_deep'],
    ['that is JSON of something else', '{"schedule":[]}', 'unknown_format'],
    ['that is broken JSON', '{"schedule":', 'malformed'],
    [
      'with more sessions than any forum has',
      `<schedule><day>${'<event/>'.repeat(20_001)}`,
      'too_many_entries',
    ],
    [
      'with more sessions than any forum has, in JSON',
      `{"schedule":{"conference":{"days":[{"rooms":{"A":[0${',0'.repeat(20_000)}]}}]}}}`,
      'too_many_entries',
    ],
    [
      'with more tracks than any forum has',
      `<schedule><conference><tracks>${'<track/>'.repeat(20_001)}`,
      'too_many_entries',
    ],
    [
      'with a text of megabytes',
      `<schedule><day date="2026-01-31"><event guid="a"><title>${'x'.repeat(3_000_000)}</title></event></day></schedule>`,
      'field_too_long',
    ],
    [
      'with a session of too many speakers',
      `<schedule><day date="2026-01-31"><event guid="a"><persons>${'<person/>'.repeat(501)}</persons></event></day></schedule>`,
      'too_many_items',
    ],
    [
      'with a session of too many links, in JSON',
      `{"schedule":{"conference":{"days":[{"date":"2026-01-31","rooms":{"A":[{"guid":"a","links":["b"${',"b"'.repeat(500)}]}]}}]}}}`,
      'too_many_items',
    ],
    ['that is neither', 'BEGIN:VCALENDAR', 'unknown_format'],
    ['that is empty', '', 'unknown_format'],
  ])('%s', (_, content, reason) => {
    expect(refusalOf(() => readSchedule(content))).toEqual(refused(reason));
    expect(refusalOf(() => readSchedule(bytes(content)))).toEqual(refused(reason));
  });

  it('in latin1 bytes, whatever it declares', () => {
    const latin1 = Uint8Array.from('<schedule>é</schedule>', (character) => character.charCodeAt(0));
    expect(refusalOf(() => readSchedule(latin1))).toEqual(refused('encoding'));
  });

  it('in UTF-16', () => {
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x3c, 0x00);
    expect(refusalOf(() => readSchedule(utf16))).toEqual(refused('encoding'));
  });

  it('of 100 MB, before anything of it is read', () => {
    expect(refusalOf(() => readSchedule(new Uint8Array(100 * 1024 * 1024)))).toEqual(refused('too_large'));
    expect(refusalOf(() => readSchedule('<schedule/>', { limit: 10 }))).toEqual(refused('too_large'));
  });

  it('with the session and the field where a text is too long', () => {
    const content = `{"schedule":{"conference":{"days":[{"date":"2026-01-31","rooms":{"Janson":[{"guid":"a","title":"One"},
      {"guid":"b","title":"Two","subtitle":"${'x'.repeat(2001)}"}]}}]}}}`;
    expect(() => readSchedule(content)).toThrow(
      'In session 2 of the file / 2026-01-31 / Janson / Two, “subtitle” has 2001 characters; at most 2000 are read.',
    );
  });

  it('with line and column where XML breaks', () => {
    expect(() => readSchedule('<schedule>\n<a></b></schedule>')).toThrow(/2:\d+/);
  });
});

describe('a schedule file', () => {
  it('may begin with a byte order mark and white space', () => {
    expect(readSchedule('\uFEFF\n<schedule/>').programme.sessions).toEqual([]);
    expect(readSchedule(bytes('\uFEFF<?xml version="1.0" encoding="utf-8"?><schedule/>')).report).toEqual([]);
  });

  it('of deeply nested JSON neither hangs nor overflows', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const { report } = readSchedule(`{"schedule":{"conference":{"days":[{"rooms":{"A":[${deep}]}}]}}}`);
    expect(report.map(({ code }) => code)).toEqual(['session.unreadable', 'day.date_missing']);
  });

  it('that lacks everything gives a report short enough to be shown', () => {
    const { report } = readSchedule(
      `<schedule><day date="2026-01-31">${'<event/>'.repeat(5000)}</day></schedule>`,
    );
    expect(report.length).toBe(21);
    expect(report.at(-1)).toEqual({ code: 'report.shortened', where: '', value: '4980' });
  });

  it('gives a programme or a clear refusal, never another error', () => {
    const scalar = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constantFrom(null, [], {}, true));
    const dates = fc.constantFrom(
      '2026-01-31',
      '2026-01-31T10:00:00',
      '2027-03-28T02:30:00',
      '9999-12-31',
      '9999-99-99T99:99',
      '',
    );
    const session = fc.record(
      {
        guid: scalar,
        title: scalar,
        date: fc.oneof(dates, scalar),
        start: fc.oneof(fc.constant('10:00'), scalar),
        duration: fc.oneof(fc.constantFrom('1:00', '99:99', 'P', '-1:00'), scalar),
        persons: fc.oneof(fc.array(scalar, { maxLength: 3 }), scalar),
        links: fc.oneof(fc.array(fc.record({ url: scalar }), { maxLength: 3 }), scalar),
      },
      { requiredKeys: [] },
    );
    const days = fc.array(
      fc.record({
        date: fc.oneof(dates, scalar),
        rooms: fc.dictionary(fc.string(), fc.array(session, { maxLength: 4 }), { maxKeys: 3 }),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(days, fc.oneof(fc.constant('Europe/Brussels'), fc.string()), (told, zone) => {
        const content = JSON.stringify({ schedule: { conference: { time_zone_name: zone, days: told } } });
        const { programme } = readSchedule(content);
        expect(programme.sessions.every(({ minutes, title }) => minutes > 0 && title !== '')).toBe(true);
      }),
    );
  });

  it('of any bytes gives a programme or import.unreadable', () => {
    const piece = fc.constantFrom(
      '<schedule>',
      '</schedule>',
      '<day date="x">',
      '<event>',
      ']]>',
      '<!',
      '&#0;',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        try {
          readSchedule(pieces.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
  });
});
