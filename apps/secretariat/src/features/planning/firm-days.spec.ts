import { describe, expect, it } from '@jest/globals';
import type { PlanDetail } from '@forum/contract/matchmaking/planning/plan-detail';
import { firmDays, meetingsOfFirm } from './firm-days.ts';

const at = (day: number, hour: number) => ({
  start: `2027-05-${day}T0${hour}:00:00Z`,
  end: `2027-05-${day}T0${hour}:30:00Z`,
});
const held = (id: string, other: string, slot: number | null) => ({
  id,
  firms: other < 'own' ? [other, 'own'] : ['own', other],
  slot,
  table: slot === null ? null : 'table',
  needsInterpreter: false,
  interpreter: null,
});

/** Five slots on the first day and two on the second. */
const run = {
  slots: [...[0, 1, 2, 3, 4].map((hour) => at(12, hour)), at(13, 0), at(13, 1)],
  tables: [{ id: 'table', label: 'A1' }],
  interpreters: [],
  firms: ['buyer', 'own', 'seller'].map((id) => ({ id, name: id.toUpperCase(), small: false })),
  meetings: [held('1', 'buyer', 1), held('2', 'seller', 4), held('3', 'seller', null), held('4', 'buyer', 6)],
} as unknown as PlanDetail;

describe('the days of a firm', () => {
  const days = firmDays(run, meetingsOfFirm(run, 'own'), { zone: 'UTC' });

  it('count a break as long as it may be, and nothing before the first meeting or after the last', () => {
    expect(days.map(({ slots }) => slots.map(({ kind }) => kind))).toEqual([
      ['free', 'meeting', 'break', 'break', 'meeting'],
      ['free', 'meeting'],
    ]);
    expect(days.map(({ breaks }) => breaks)).toEqual([1, 0]);
  });

  it('name the other firm and the table', () => {
    expect(days[0]!.slots[1]!.meetings).toMatchObject([{ other: { name: 'BUYER' }, table: 'A1' }]);
    expect(firmDays(run, [], { zone: 'UTC' }).map(({ breaks }) => breaks)).toEqual([0, 0]);
  });
});
