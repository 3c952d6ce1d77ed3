import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeProfiles, settleClash } from './merge-profiles.ts';
import type { FirmProfile, ProfileLine } from './profile.ts';
import { anyProfile } from './testing/any-profile.ts';

const line = (capability: string, maturity: number | null = null): ProfileLine => ({
  capability,
  mode: 'supply',
  maturity,
  capacity: null,
  leadTimeWeeks: null,
  note: null,
});
const profile = (change: Partial<FirmProfile> = {}): FirmProfile => ({
  firmId: 'one',
  size: null,
  establishedIn: null,
  controlledFrom: null,
  interests: null,
  offers: [],
  needs: [],
  ...change,
});

describe('two people who edit one profile', () => {
  it('keep both what they added, and what only one of them changed', () => {
    const base = profile({ offers: [line('radar')] });
    const mine = profile({ size: 'small', offers: [line('radar'), line('sonar')] });
    const theirs = profile({ offers: [line('radar', 9), line('optics')] });
    expect(mergeProfiles(base, mine, theirs)).toEqual({
      profile: profile({ size: 'small', offers: [line('radar', 9), line('optics'), line('sonar')] }),
      clashes: [],
    });
  });

  it('are told what both changed in different ways; mine is kept', () => {
    const base = profile({ interests: [], offers: [line('radar')] });
    const mine = profile({ interests: ['KR'], offers: [line('radar', 7)] });
    const theirs = profile({ interests: ['JP'], offers: [line('radar', 8)] });
    expect(mergeProfiles(base, mine, theirs)).toEqual({
      profile: mine,
      clashes: [
        { stands: 'mine', field: 'interests', mine: ['KR'], theirs: ['JP'] },
        { stands: 'mine', field: 'offers', mine: line('radar', 7), theirs: line('radar', 8) },
      ],
    });
  });

  it('lose no line that one of them removed and the other changed', () => {
    const base = profile({ offers: [line('radar'), line('sonar')] });
    const removed = profile({ offers: [] });
    const changed = profile({ offers: [line('radar', 8), line('sonar')] });
    expect(mergeProfiles(base, removed, changed).profile.offers).toEqual([line('radar', 8)]);
    expect(mergeProfiles(base, changed, removed).profile.offers).toEqual([line('radar', 8)]);
  });

  it('choose between both wordings of a clash, back and forth, and lose neither', () => {
    const base = profile({ size: 'micro', offers: [line('sonar'), line('radar')], needs: [line('optics')] });
    const mine = profile({ size: 'small', offers: [line('sonar'), line('radar', 7)], needs: [] });
    const theirs = profile({
      size: 'large',
      offers: [line('sonar'), line('radar', 8)],
      needs: [line('optics', 6)],
    });
    const { profile: both, clashes } = mergeProfiles(base, mine, theirs);
    expect(clashes.map(({ field, stands }) => [field, stands])).toEqual([
      ['size', 'mine'],
      ['offers', 'mine'],
      ['needs', 'theirs'],
    ]);
    const all = (stands: 'mine' | 'theirs') =>
      clashes.reduce((found, clash) => settleClash(found, clash, stands), both);
    expect(all('theirs')).toEqual(theirs);
    expect(all('mine')).toEqual(mine);
    const back = clashes.reduce((found, clash) => settleClash(found, clash, clash.stands), all('mine'));
    expect(back).toEqual(both);
  });

  it('have no clash when only one of them changed anything', () => {
    fc.assert(
      fc.property(anyProfile('one'), anyProfile('one'), (base, changed) => {
        expect(mergeProfiles(base, changed, base)).toEqual({ profile: sorted(changed, base), clashes: [] });
        expect(mergeProfiles(base, base, changed)).toEqual({ profile: changed, clashes: [] });
      }),
    );
  });
});

/** What the other list had too comes first, as it stood there. */
function sorted(changed: FirmProfile, base: FirmProfile): FirmProfile {
  const order = (name: 'offers' | 'needs') => {
    const places = base[name].map(({ capability, mode }) => `${capability} ${mode}`);
    const place = ({ capability, mode }: ProfileLine) => places.indexOf(`${capability} ${mode}`);
    const known = changed[name].filter((one) => place(one) >= 0).sort((a, b) => place(a) - place(b));
    return [...known, ...changed[name].filter((one) => place(one) < 0)];
  };
  return { ...changed, offers: order('offers'), needs: order('needs') };
}
