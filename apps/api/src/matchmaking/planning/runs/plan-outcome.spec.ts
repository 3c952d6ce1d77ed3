import { describe, expect, it } from '@jest/globals';
import type { PlanInstance } from '@forum/planner/instance/instance';
import type { PlanInput, StandingAt } from '../facts/plan-input.ts';
import { placementsOf } from './plan-outcome.ts';

/** A hall of one table and three slots, in which these meetings stand, or have stood where a place was lost. */
function slotsOf(...standing: [id: string, slot: number | null, isLost: boolean][]): (number | null)[] {
  const input = {
    facts: { tables: [{ id: 'table', free: [true, true, true] }] },
    standing: standing.map(([meetingId, slot, isLost]): StandingAt => ({
      ...{ meetingId, slot, table: isLost ? 'gone' : 'table', teams: ['a', 'b'] },
      ...(isLost ? { lostAt: '2031-05-05T09:00:00Z' } : {}),
    })),
  } as unknown as PlanInput;
  const instance = { meetings: standing.map(([id]) => ({ id })) } as unknown as PlanInstance;
  return placementsOf(instance, input).map((placement) => placement?.slot ?? null);
}

describe('a repair begins', () => {
  it('with a meeting that has lost its place at its time, where a table is left for it', () => {
    expect(slotsOf(['kept', 0, false], ['lost', 1, true])).toEqual([0, 1]);
    expect(slotsOf(['lost', 1, true], ['lost too', 1, true])).toEqual([1, null]);
  });

  it('without it where those that have a place need all tables, or its time is gone', () => {
    expect(slotsOf(['lost', 0, true], ['kept', 0, false], ['gone', null, true])).toEqual([null, 0, null]);
  });
});
