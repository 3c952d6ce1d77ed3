import type { PlanEffect } from '@forum/contract/matchmaking/planning/publication';
import type { Interval } from '@forum/domain/time/interval';
import type { StandingRow } from '../facts/plan-facts.repository.ts';
import type { PlanInput } from '../facts/plan-input.ts';
import type { EditionNow, MadeOfPlan } from './plan-meetings.ts';

type PlanChange = PlanEffect['changes'][number];

/** A meeting that changes, with those whom it touches: who came, and who comes. */
interface Changed {
  firmIds: readonly [string, string];
  was: PlanChange['was'];
  to: PlanChange['to'];
  cameBefore: ReadonlySet<string>;
  comes: readonly string[];
  interpreter: PlanChange['interpreter'];
}

const most = 1000;

/** What a publication changes and whom it touches, told from the very meetings that it makes, moves and ends. */
export function effectOf(
  input: PlanInput,
  made: MadeOfPlan,
  edition: EditionNow,
  requestsClosed: number,
): PlanEffect {
  const changed = changedBy(input, made, edition);
  const reinterpreted = interpretedBy(input, made, edition);
  const names = new Map(input.firms.map(({ id, name }) => [id, name]));
  const here = new Set(input.standing.map(({ meetingId }) => meetingId));
  const touched = new Set([...made.cancel, ...[...made.move, ...made.interpret].map(({ id }) => id)]);
  return {
    made: made.make.length,
    moved: made.move.length,
    cancelled: made.cancel.length,
    interpreted: made.interpret.length,
    uninterpreted: made.uninterpreted,
    stays: edition.standing.filter(({ id }) => here.has(id) && !touched.has(id)).length,
    requestsClosed,
    firms: new Set(changed.flatMap(({ firmIds }) => firmIds)).size,
    people: new Set(changed.flatMap(({ cameBefore, comes }) => [...cameBefore, ...comes])).size,
    changes: [...changed, ...reinterpreted].slice(0, most).map((change) => {
      const {
        firmIds: [a, b],
        was,
        to,
        cameBefore,
        comes,
        interpreter,
      } = change;
      return {
        firms: [names.get(a) ?? a, names.get(b) ?? b],
        was,
        to,
        interpreter,
        people: new Set([...cameBefore, ...comes]).size,
        peopleChange: was !== null && to !== null && !isSame(cameBefore, comes),
      };
    }),
    refused: made.refused,
  };
}

/** Those that end first, then those that move, then the new ones. */
function changedBy(input: PlanInput, made: MadeOfPlan, { standing, hall }: EditionNow): Changed[] {
  const stands = new Map(standing.map((row) => [row.id, row]));
  const labels = new Map(input.tables.map(({ id, label }) => [id, label]));
  const at = (slot: Interval, tableId: string) => ({ ...slot, table: labels.get(tableId) ?? tableId });
  const came = (id: string) => hall.comeNow.get(id) ?? new Set<string>();
  const of = (id: string) => stands.get(id)!;
  const interpreters = namesOfInterpreters(input);
  return [
    ...made.cancel.map((id) => ({
      firmIds: firmsOf(of(id)),
      was: placeOf(of(id), labels),
      to: null,
      cameBefore: came(id),
      comes: [],
      interpreter: null,
    })),
    ...made.move.map(({ id, slot, tableId, interpreterId, from, to }) => ({
      firmIds: firmsOf(of(id)),
      was: placeOf(of(id), labels),
      to: at(slot, tableId),
      cameBefore: came(id),
      comes: [...from, ...to],
      interpreter: interpreters(of(id).interpreterId, interpreterId),
    })),
    ...made.make.map(({ fromFirmId, toFirmId, slot, tableId, interpreterId, from, to }) => ({
      firmIds: [fromFirmId, toFirmId] as const,
      was: null,
      to: at(slot, tableId),
      cameBefore: new Set<string>(),
      comes: [...from, ...to].map(({ delegateId }) => delegateId),
      interpreter: interpreters(null, interpreterId),
    })),
  ];
}

/** Those that stay where they are, with another interpreter or none: their people are told nothing. */
function interpretedBy(input: PlanInput, made: MadeOfPlan, { standing, hall }: EditionNow): Changed[] {
  const stands = new Map(standing.map((row) => [row.id, row]));
  const labels = new Map(input.tables.map(({ id, label }) => [id, label]));
  const interpreters = namesOfInterpreters(input);
  return made.interpret.map(({ id, interpreterId }) => {
    const row = stands.get(id)!;
    const come = hall.comeNow.get(id) ?? new Set<string>();
    return {
      firmIds: firmsOf(row),
      was: placeOf(row, labels),
      to: placeOf(row, labels),
      cameBefore: come,
      comes: [...come],
      interpreter: interpreters(row.interpreterId, interpreterId),
    };
  });
}

/** Says by name who interprets before and after; null when nobody changes. */
function namesOfInterpreters({ interpreters = [] }: PlanInput) {
  const names = new Map(interpreters.map(({ id, name }) => [id, name]));
  const nameOf = (id: string | null) => id && (names.get(id) ?? id);
  return (was: string | null, to: string | null): PlanChange['interpreter'] =>
    was === to ? null : { was: nameOf(was), to: nameOf(to) };
}

const firmsOf = ({ fromFirmId, toFirmId }: StandingRow) => [fromFirmId, toFirmId] as const;

/** A table of another hall is named with its hall. */
const placeOf = (
  { start, end, tableId, table }: StandingRow,
  labels: ReadonlyMap<string, string>,
): PlanChange['was'] => ({ start, end, table: labels.get(tableId) ?? table });

const isSame = (before: ReadonlySet<string>, after: readonly string[]) =>
  before.size === after.length && after.every((id) => before.has(id));
