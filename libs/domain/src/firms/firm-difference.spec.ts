import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firmDifference, firmKey, requireFirmRemovalsConfirmed, type FirmRecord } from './firm-difference.ts';

const firm = (name: string, country: string | null, change: Partial<FirmRecord> = {}): FirmRecord => ({
  name,
  country,
  categories: [],
  website: null,
  stand: null,
  mail: null,
  ...change,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => firm(`Firm ${index}`, 'KR'));

describe('a firm', () => {
  it('is the same with other case, accents, width and punctuation', () => {
    expect(firmKey(firm('Hanwha Systems Co., Ltd.', 'KR'))).toBe(
      firmKey(firm('ＨＡＮＷＨＡ  SYSTEMS CO LTD', 'KR')),
    );
    expect(firmKey(firm('Société Générale', 'FR'))).toBe(firmKey(firm('SOCIETE GENERALE', 'FR')));
  });

  it('is another in another country, or of another name', () => {
    expect(firmKey(firm('Thales', 'FR'))).not.toBe(firmKey(firm('Thales', 'AU')));
    expect(firmKey(firm('AT&T', 'US'))).not.toBe(firmKey(firm('AT T', 'US')));
    expect(firmKey(firm('한화', 'KR'))).not.toBe(firmKey(firm('한하', 'KR')));
    expect(firmKey(firm('+++', null))).not.toBe(firmKey(firm('---', null)));
  });

  it('has a name that cannot run into its country', () => {
    const record = fc.record({ name: fc.string(), country: fc.constantFrom('KR', 'BE', null) });
    fc.assert(
      fc.property(record, record, (a, b) => {
        if (a.country !== b.country) expect(firmKey(a)).not.toBe(firmKey(b));
      }),
    );
  });
});

describe('the difference of an exhibitor list', () => {
  it('finds what was added, changed and removed', () => {
    const current = [firm('Alpha', 'KR'), firm('Beta', 'BE', { stand: 'A1' }), firm('Gamma', null)];
    const incoming = [firm('BETA', 'BE', { stand: 'B2' }), firm('Gamma', null), firm('Delta', 'JP')];
    expect(firmDifference(current, incoming)).toEqual({
      added: [incoming[2]],
      changed: [
        {
          before: current[1],
          after: incoming[0],
          fields: [
            { field: 'name', from: 'Beta', to: 'BETA' },
            { field: 'stand', from: 'A1', to: 'B2' },
          ],
        },
      ],
      removed: [current[0]],
      unchanged: 1,
      duplicates: [],
      held: true,
    });
  });

  it('does not see the order of categories', () => {
    const words = fc.uniqueArray(fc.string(), { maxLength: 5 });
    fc.assert(
      fc.property(words, (categories) => {
        const turned = firm('Alpha', 'KR', { categories: [...categories].reverse() });
        expect(firmDifference([firm('Alpha', 'KR', { categories })], [turned]).unchanged).toBe(1);
      }),
    );
  });

  it('is held when it removes many, until somebody confirms their number', () => {
    const difference = firmDifference(many(40), many(37));
    expect(() => requireFirmRemovalsConfirmed(difference, undefined)).toThrow(
      expect.objectContaining({ code: 'firms.removals_held', details: { removals: 3, confirmed: null } }),
    );
    expect(() => requireFirmRemovalsConfirmed(difference, 3)).not.toThrow();
    expect(() => requireFirmRemovalsConfirmed(firmDifference(many(40), many(38)), undefined)).not.toThrow();
  });
});
