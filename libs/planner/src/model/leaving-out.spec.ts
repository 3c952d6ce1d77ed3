import { describe, expect, it } from '@jest/globals';
import { plainMeeting } from '../testing/planted-instance.ts';
import { leavingOutCosts } from './leaving-out.ts';

const optional = (weight: number) => ({ ...plainMeeting('m', ['a', 'b']), optional: true, weight });

describe('leaving out a mandatory meeting', () => {
  it('costs more than all optional ones together', () => {
    const costs = leavingOutCosts([plainMeeting('m', ['a', 'b']), optional(9), optional(3), optional(1)]);
    expect([...costs]).toEqual([8 + 27 + 9 + 3, 27, 9, 3]);
  });

  it('costs something when nothing is optional, and optional ones nothing when they are worth nothing', () => {
    expect([...leavingOutCosts([plainMeeting('m', ['a', 'b'])])]).toEqual([8]);
    expect([...leavingOutCosts([optional(0)])]).toEqual([0]);
  });

  it('costs more than several moves of a repair', () => {
    expect([...leavingOutCosts([optional(1000), optional(1000)], 4)]).toEqual([40, 40]);
    expect([...leavingOutCosts([optional(1000), optional(2)], 4)]).toEqual([100, 0.2]);
  });

  it('keeps vast weights in bounds', () => {
    expect([...leavingOutCosts([optional(1000), optional(1)])]).toEqual([100, 0.1]);
  });
});
