import { describe, expect, it } from '@jest/globals';
import type { Capital } from '@forum/contract/editions/capitals';
import type { RingYear } from '@forum/contract/editions/rotation';
import { hostOf } from './host-of.ts';

const manila = { id: 'manila', name: 'Manila' } as Capital;
const held = (given: Partial<RingYear>): RingYear => ({
  ...{ year: 2027, capital: manila, standing: 'fixed', edition: null, reasons: [] },
  ...given,
});

describe('the host of a year that is to be planned', () => {
  it('is the one that the ring holds, set by hand or proposed', () => {
    expect(hostOf([held({})], 2027)).toEqual({ capital: manila, isByHand: true });
    expect(hostOf([held({ standing: 'proposed' })], 2027)).toEqual({ capital: manila, isByHand: false });
  });

  it('is nobody where the ring has none, or an edition holds the year', () => {
    expect(hostOf([held({})], 2028)).toBeNull();
    expect(hostOf([held({ capital: null })], 2027)).toBeNull();
    expect(hostOf([held({ edition: 'manila-2027' })], 2027)).toBeNull();
  });
});
