import { describe, expect, it } from '@jest/globals';
import { misfitOf } from './misfit.ts';

const at = (clock: string) => `2027-05-12T${clock}:00Z`;
const hall = {
  openings: [{ start: at('00:00'), end: at('03:00') }],
  closures: [],
  slotMinutes: 20,
  changeoverMinutes: 5,
  tables: new Set(['A1', 'A2']),
  seats: 4,
};
const meeting = { slot: { start: at('00:25'), end: at('00:45') }, table: 'A2', people: 4 };

describe('an agreed meeting', () => {
  it('fits a hall that has its slot, its table and a seat for everybody', () => {
    expect(misfitOf(hall, meeting)).toBeNull();
  });

  it('does not fit one that is closed or cut otherwise then, nor one without its table or with too few seats', () => {
    expect(misfitOf({ ...hall, closures: [meeting.slot] }, meeting)).toBe('no-slot');
    expect(misfitOf({ ...hall, slotMinutes: 30 }, meeting)).toBe('no-slot');
    expect(misfitOf({ ...hall, tables: new Set(['A1']) }, meeting)).toBe('no-table');
    expect(misfitOf({ ...hall, seats: 3 }, meeting)).toBe('too-few-seats');
  });
});
