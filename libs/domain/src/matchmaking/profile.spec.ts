import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { carryOver } from './carry-over.ts';
import { progressOf } from './profile-progress.ts';
import { requireSoundProfile, type FirmProfile, type ProfileLine } from './profile.ts';
import { anyProfile } from './testing/any-profile.ts';
import { taxonomyOf, usualCapabilities } from './taxonomy/taxonomy.ts';

const taxonomy = taxonomyOf(usualCapabilities);
const line = (capability: string, change: Partial<ProfileLine> = {}): ProfileLine => ({
  capability,
  mode: 'supply',
  maturity: null,
  capacity: null,
  leadTimeWeeks: null,
  note: null,
  ...change,
});
const full = { maturity: 9, capacity: 'series', leadTimeWeeks: 12, note: 'Two lines in Changwon' } as const;
const profile = (change: Partial<FirmProfile> = {}): FirmProfile => ({
  firmId: 'hanbit',
  size: null,
  establishedIn: null,
  controlledFrom: null,
  interests: null,
  offers: [],
  needs: [],
  ...change,
});

describe('a profile', () => {
  it('of 500 offers is refused with the number and the limit', () => {
    const offers = Array.from({ length: 500 }, () => line('ai'));
    expect(() => requireSoundProfile(profile({ offers }), taxonomy)).toThrow(
      expect.objectContaining({
        code: 'profile.too_many',
        details: { field: 'offers', count: 500, limit: 40 },
      }),
    );
  });

  it.each([
    ['what the edition does not list', { needs: [line('warp drives')] }, 'profile.unknown_capability'],
    ['the same thing twice', { offers: [line('ai'), line('ai', { maturity: 3 })] }, 'profile.twice'],
    ['a readiness of 10', { offers: [line('ai', { maturity: 10 })] }, 'request.invalid'],
    ['a readiness of 2.5', { offers: [line('ai', { maturity: 2.5 })] }, 'request.invalid'],
    ['a negative lead time', { needs: [line('ai', { leadTimeWeeks: -1 })] }, 'request.invalid'],
    ['a country in words', { interests: ['Korea'] }, 'request.invalid'],
    ['a note without end', { offers: [line('ai', { note: 'x'.repeat(501) })] }, 'profile.too_many'],
  ])('with %s is refused', (_what, change, code) => {
    expect(() => requireSoundProfile(profile(change), taxonomy)).toThrow(expect.objectContaining({ code }));
  });

  it('that offers and needs the same thing, in several ways, is sound', () => {
    const lines = [line('ai', full), line('ai', { mode: 'testbed' })];
    expect(() =>
      requireSoundProfile(profile({ offers: lines, needs: lines, controlledFrom: ['JP'] }), taxonomy),
    ).not.toThrow();
  });
});

describe('the progress of a profile', () => {
  it('begins with what makes a firm findable', () => {
    const { level, percent, missing } = progressOf(profile());
    expect([level, percent, missing[0]]).toEqual([null, 0, { level: 'findable', field: 'size', line: null }]);
  });

  it('passes three levels', () => {
    const findable = profile({ size: 'small', establishedIn: ['KR'], offers: [line('ai')] });
    const matchable = { ...findable, offers: [line('ai', full)], needs: [line('cyber', { maturity: 5 })] };
    const levels = [
      findable,
      { ...matchable, interests: [] },
      { ...matchable, interests: [], controlledFrom: [], needs: [line('cyber', full)] },
    ].map((one) => progressOf(one));
    expect(levels.map(({ level }) => level)).toEqual(['findable', 'matchable', 'complete']);
    expect(levels[1]?.missing).toContainEqual({ level: 'complete', field: 'needs.capacity', line: 0 });
    expect(levels[2]).toEqual({ level: 'complete', percent: 100, missing: [] });
  });

  it('is 100 percent exactly when nothing is missing', () => {
    fc.assert(
      fc.property(anyProfile('a'), (any) => {
        const { level, percent, missing } = progressOf(any);
        expect(percent === 100).toBe(missing.length === 0);
        expect(level === 'complete').toBe(missing.length === 0);
      }),
    );
  });
});

describe("last year's profile", () => {
  const earlier = profile({ offers: [line('ai'), line('gone')], needs: [line('gone too'), line('cyber')] });

  it('is carried over with consent, without what the list no longer has', () => {
    expect(carryOver(earlier, taxonomy, { consented: true })).toEqual({
      profile: { ...earlier, offers: [line('ai')], needs: [line('cyber')] },
      dropped: [line('gone'), line('gone too')],
    });
  });

  it('is not carried over without consent', () => {
    expect(carryOver(earlier, taxonomy, { consented: false })).toBeNull();
  });
});
