import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  comparedFields,
  programmeDifference,
  requireRemovalsConfirmed,
  type ProgrammeItem,
} from './difference.ts';

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
  speakers: ['Kim Minjun'],
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
      speakers: ['Maria Dupont', 'Kim Minjun'],
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
