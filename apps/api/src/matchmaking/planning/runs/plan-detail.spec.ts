import { expect, it } from '@jest/globals';
import type { PlanInstance } from '@forum/planner/instance/instance';
import type { Plan } from '@forum/planner/plan/plan-result';
import type { PlanInput } from '../facts/plan-input.ts';
import { tablesOf } from './plan-detail.ts';

it('a meeting that has lost its table does not take it from the one that has it now', () => {
  const at = { slot: 0, table: 'old', teams: ['a', 'b'] };
  const input = {
    facts: { tables: ['old', 'other'].map((id) => ({ id, free: [true] })) },
    standing: [
      { ...at, meetingId: 'lost', lostAt: '2031-05-05T09:00:00Z' },
      { ...at, meetingId: 'kept' },
    ],
  } as unknown as PlanInput;
  const instance = { meetings: [{ id: 'lost' }, { id: 'kept' }] } as unknown as PlanInstance;
  const plan = { placements: [0, 1].map((table) => ({ slot: 0, table })) } as unknown as Plan;
  expect([...tablesOf(input, instance, plan)].sort()).toEqual([
    ['kept', 'old'],
    ['lost', 'other'],
  ]);
});
