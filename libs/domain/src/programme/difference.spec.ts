import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  comparedFields,
  programmeDifference,
  requireRemovalsConfirmed,
  type ProgrammeItem,
  type Speaking,
} from './difference.ts';

const speaker = (name: string, who = name, organisation: string | null = null): Speaking => ({
  who,
  name,
  organisation,
});
const item = (guid: string, change: Partial<ProgrammeItem> = {}): ProgrammeItem => ({
  guid,
  title: `Session ${guid}`,
  subtitle: null,
  abstract: 'Abstract',
  description: null,
  language: 'en',
  url: null,
  start: '2027-05-12T01:30:00Z',
  minutes: 30,
  room: 'Hall 1',
  track: null,
  kind: 'panel',
  day: '2027-05-12',
  links: [],
  speakers: [speaker('Kim Minjun')],
  ...change,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => item(`s${index}`));

describe('the difference of a programme', () => {
  it('is empty for a second import of the same file, however it writes its instants', () => {
    const again = many(3).map((each) => ({ ...each, start: '2027-05-12T01:30:00.000Z' }));
    expect(programmeDifference(many(3), again)).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: 3,
    });
  });

  it('names the fields that change, and them alone', () => {
    const other: ProgrammeItem = {
      guid: 'a',
      title: 'Other',
      subtitle: 'Sub',
      abstract: null,
      description: 'Long',
      language: null,
      url: 'https://example.org/a',
      start: '2027-05-12T02:00:00Z',
      minutes: 45,
      room: null,
      track: 'Space',
      kind: 'plenary',
      day: '2027-05-13',
      links: [],
      speakers: [],
    };
    fc.assert(
      fc.property(fc.subarray([...comparedFields]), (fields) => {
        const change = Object.fromEntries(fields.map((field) => [field, other[field]]));
        const [changed] = programmeDifference([item('a')], [item('a', change)]).changed;
        expect(changed?.fields.map(({ field }) => field) ?? []).toEqual(fields);
        for (const { field, to } of changed?.fields ?? [])
          expect(to).toEqual(other[field as keyof ProgrammeItem]);
      }),
    );
  });
});

describe('who speaks', () => {
  const fieldsOf = (before: Speaking[], after: Speaking[], rest: Partial<ProgrammeItem> = {}) => {
    const difference = programmeDifference(
      [item('a', { speakers: before })],
      [item('a', { ...rest, speakers: after })],
    );
    return difference.changed.flatMap(({ fields }) => fields);
  };

  it('is another person with the same name, which is listed before everything else', () => {
    expect(fieldsOf([speaker('Kim', 'q1')], [speaker('Kim', 'q2')], { title: 'Other' })).toEqual([
      { field: 'identity', from: ['Kim'], to: ['Kim'] },
      { field: 'title', from: 'Session a', to: 'Other' },
    ]);
    const [one, two] = [speaker('Kim', 'q1'), speaker('Kim', 'q2')];
    expect(fieldsOf([one, speaker('Lee')], [two, speaker('Park')])).toEqual([
      { field: 'identity', from: ['Kim'], to: ['Kim'] },
      { field: 'speakers', from: ['Kim', 'Lee'], to: ['Kim', 'Park'] },
    ]);
    expect(fieldsOf([one, two], [two, one]).map(({ field }) => field)).toEqual(['identity']);
  });

  it('is never swapped, added, dropped, renamed or of another organisation without a line', () => {
    const person = fc.record({
      who: fc.constantFrom('1', '2', '3'),
      name: fc.constantFrom('Kim', 'Lee'),
      organisation: fc.constantFrom(null, 'A', 'B'),
    });
    const list = fc.uniqueArray(person, { selector: ({ who }) => who });
    fc.assert(
      fc.property(list, list, (before, after) => {
        expect(fieldsOf(before, after).length > 0).toBe(JSON.stringify(before) !== JSON.stringify(after));
      }),
    );
  });

  it('is of an organisation, which is written and therefore shown, as links are', () => {
    expect(fieldsOf([speaker('Kim')], [speaker('Kim', 'Kim', 'ACME')])).toEqual([
      { field: 'speakers', from: ['Kim'], to: ['Kim (ACME)'] },
    ]);
    const links = [{ title: 'Slides', url: 'https://forum.example/s' }];
    expect(fieldsOf([speaker('Kim')], [speaker('Kim')], { links })).toEqual([
      { field: 'links', from: [], to: ['Slides https://forum.example/s'] },
    ]);
  });
});

describe('an import that removes many sessions', () => {
  const difference = programmeDifference(many(100), many(79));

  it('is held until somebody confirms their number', () => {
    expect(difference.held).toBe(true);
    for (const confirmed of [undefined, 0, 20]) {
      expect(() => requireRemovalsConfirmed(difference, confirmed)).toThrow(
        expect.objectContaining({
          code: 'programme.removals_held',
          details: { removals: 21, confirmed: confirmed ?? null },
        }),
      );
    }
    expect(() => requireRemovalsConfirmed(difference, 21)).not.toThrow();
  });

  it('is not held when they are few', () => {
    expect(() => requireRemovalsConfirmed(programmeDifference(many(100), many(95)), undefined)).not.toThrow();
  });
});
