import type { PlanInstance } from '../instance/instance.ts';
import { type HeldMeeting, violation } from './held-meeting.ts';
import type { Violation } from './violation.ts';

/** Whoever goes from meeting to meeting: a team or an interpreter. */
export interface Row {
  readonly name: string;
  readonly kind: 'team' | 'interpreter';
  /** In any order. */
  readonly held: readonly HeldMeeting[];
  readonly mostInARow: number | null;
}

/** The rules that concern what comes one after another for the same people. */
export function checkRow(instance: PlanInstance, { name, kind, held, mostInARow }: Row): Violation[] {
  const found: Violation[] = [];
  const inOrder = [...held].sort((one, other) => one.at.slot - other.at.slot);
  const dayOf = (slot: number) => instance.days.findIndex(({ from, to }) => slot >= from && slot < to);
  let run: HeldMeeting[] = [];
  inOrder.forEach((here, n) => {
    const before = inOrder[n - 1];
    const isSameDay = before !== undefined && dayOf(before.at.slot) === dayOf(here.at.slot);
    if (before && before.at.slot === here.at.slot) {
      const rule = kind === 'team' ? 'team-twice' : 'interpreter-twice';
      found.push(violation(rule, ids([before, here]), `${name} has two meetings in slot ${here.at.slot}.`));
    }
    run = isSameDay && here.at.slot === before.at.slot + 1 ? [...run, here] : [here];
    if (mostInARow !== null && run.length > mostInARow) {
      found.push(violation('in-a-row', ids(run), `${name} has ${run.length} meetings in a row.`));
    }
    if (before && isSameDay && kind === 'team') found.push(...checkBetween(instance, name, [before, here]));
  });
  if (kind === 'team') found.push(...checkBuffers(inOrder, dayOf));
  return found;
}

const ids = (held: readonly HeldMeeting[]) => held.map(({ meeting }) => meeting.id);

function checkBetween(
  instance: PlanInstance,
  name: string,
  pair: readonly [HeldMeeting, HeldMeeting],
): Violation[] {
  const [before, here] = pair;
  const free = here.at.slot - before.at.slot - 1;
  const zones = [before.group.zone, here.group.zone];
  const walk = instance.walks.find(
    ({ from, to }) => zones[0] !== zones[1] && zones.includes(from) && zones.includes(to) && from !== to,
  );
  if (!walk || free >= walk.slots) return [];
  return [
    violation(
      'walk',
      ids(pair),
      `${name} has ${free} slots to walk from ${zones[0]} to ${zones[1]}, not ${walk.slots}.`,
    ),
  ];
}

/** Around a meeting of protocol its teams have nothing else, that day, for as many slots as its buffer. */
function checkBuffers(inOrder: readonly HeldMeeting[], dayOf: (slot: number) => number): Violation[] {
  return inOrder.flatMap((here) => {
    const buffer = here.meeting.protocol?.buffer ?? 0;
    return inOrder
      .filter(({ at }) => {
        const distance = Math.abs(at.slot - here.at.slot);
        return distance > 0 && distance <= buffer && dayOf(at.slot) === dayOf(here.at.slot);
      })
      .map((other) =>
        violation(
          'buffer',
          ids([here, other]),
          `Meeting ${other.meeting.id} lies within the buffer of meeting ${here.meeting.id}.`,
        ),
      );
  });
}
