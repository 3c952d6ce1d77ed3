import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochMs } from '../../time/instant.ts';
import { freeTeamSlots, type HallCalendar, type Span, type TeamCalendar } from './free-team-slots.ts';

const at = (clock: string) => epochMs(`2027-05-12T${clock}:00Z`);
const span = (start: string, end: string): Span => [at(start), at(end)];
const now = '2027-05-12T00:00:00Z';
/** Twelve slots of a quarter of an hour, and one table. */
const hall = (change: Partial<HallCalendar> = {}): HallCalendar => ({
  openings: [{ start: '2027-05-12T09:00:00Z', end: '2027-05-12T12:00:00Z' }],
  closures: [],
  slotMinutes: 15,
  changeoverMinutes: 0,
  tables: [[]],
  ...change,
});
const member = (change: Partial<TeamCalendar['members'][number]> = {}) => ({
  busy: [],
  available: null,
  ...change,
});
const team = (change: Partial<TeamCalendar> = {}): TeamCalendar => ({
  firmId: 'firm',
  meetings: [],
  members: [member()],
  ...change,
});
const free = (teams: TeamCalendar[], halls = [hall()], when = now) =>
  freeTeamSlots(halls, teams, when).get('firm');

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 4 }))
  .map(([from, long]): Span => [at('08:30') + from * 900_000, at('08:30') + (from + long) * 900_000]);
const anySpans = fc.array(anySpan, { maxLength: 6 });
const anyTeam: fc.Arbitrary<TeamCalendar> = fc.record({
  firmId: fc.constantFrom('firm', 'other'),
  meetings: anySpans,
  members: fc.array(fc.record({ busy: anySpans, available: fc.option(anySpans) }), { maxLength: 3 }),
});
const anyHall = fc.array(anySpans, { minLength: 1, maxLength: 2 }).map((tables) => hall({ tables }));

describe('the free slots of a firm', () => {
  it('are all of the hall that are still to come, for each of its teams', () => {
    expect([free([team()]), free([team(), team()])]).toEqual([12, 24]);
    expect(free([team()], [hall()], '2027-05-12T10:00:00Z')).toBe(7);
  });

  it('are without its meetings, and without the hours at which nobody of the team can be met', () => {
    const meetings = [span('09:00', '09:15'), span('09:30', '09:45')];
    const morning = [span('09:00', '11:00')];
    expect(free([team({ meetings, members: [member({ available: morning })] })])).toBe(6);
    const speaker = member({ busy: [span('09:10', '10:10')] });
    expect([free([team({ members: [speaker] })]), free([team({ members: [speaker, member()] })])]).toEqual([
      7, 12,
    ]);
  });

  it('are without those at which every table is taken', () => {
    const taken = [span('09:00', '10:00')];
    expect(free([team()], [hall({ tables: [taken] })])).toBe(8);
    expect(free([team()], [hall({ tables: [taken, []] })])).toBe(12);
    expect(free([team()], [hall({ tables: [] })])).toBe(0);
  });

  it('of two halls that are open at once count once', () => {
    const shifted = hall({ openings: [{ start: '2027-05-12T09:05:00Z', end: '2027-05-12T12:30:00Z' }] });
    expect(free([team()], [hall(), shifted])).toBe(13);
  });

  it('are not known before the hall has hours, after its last slot, or of a firm without people', () => {
    expect(free([team()], [])).toBeUndefined();
    expect(free([team()], [hall()], '2027-05-12T12:00:00Z')).toBeUndefined();
    expect(free([team({ members: [] })])).toBeUndefined();
  });

  it('never grow by a meeting, and shrink by one with each that takes a free slot', () => {
    fc.assert(
      fc.property(anyHall, fc.array(anyTeam, { maxLength: 4 }), fc.nat(11), (one, teams, slot) => {
        const start = at('09:00') + slot * 900_000;
        const meeting: Span = [start, start + 900_000];
        const before = free([...teams, team()], [one]) ?? 0;
        const after = free([...teams, team({ meetings: [meeting] })], [one]) ?? 0;
        const hasTable = one.tables.some(
          (taken) => !taken.some(([from, to]) => from < meeting[1] && start < to),
        );
        expect(before - after).toBe(hasTable ? 1 : 0);
      }),
    );
  });

  it('are between none and one for each team and slot, whatever the order of the teams', () => {
    fc.assert(
      fc.property(anyHall, fc.array(anyTeam, { maxLength: 5 }), (one, teams) => {
        const found = freeTeamSlots([one], teams, now);
        for (const [firmId, count] of found) {
          const own = teams.filter((some) => some.firmId === firmId && some.members.length > 0);
          expect(count).toBeLessThanOrEqual(12 * own.length);
          expect(count).toBeGreaterThanOrEqual(0);
        }
        expect(freeTeamSlots([one], [...teams].reverse(), now)).toEqual(found);
      }),
    );
  });
});
