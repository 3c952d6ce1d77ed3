import { DomainError } from '../../errors.ts';
import { addMinutes, epochMs, instantFromMs } from '../../time/instant.ts';
import { contains, overlaps, union, type Interval } from '../../time/interval.ts';

/** When a meeting hall can be used. Wall times become instants before they come here (`zoned.ts`). */
export interface HallHours {
  /** From when to when the hall is open, one interval a day or more. */
  readonly openings: readonly Interval[];
  /** Times within the openings at which nobody meets, such as the opening ceremony. */
  readonly closures: readonly Interval[];
  readonly slotMinutes: number;
  /** Minutes between two slots, for people to change tables. */
  readonly changeoverMinutes: number;
}

/**
 * The slots of a hall, in order of time: from each opening on, one every slot length plus changeover, as long as a whole
 * one fits. A slot that touches a closed time is left out; the others stay where they are, so that a closure added
 * later moves nobody's meeting. Openings that overlap count as one.
 *
 * @throws DomainError `request.invalid` when the slot length is not a whole number of minutes from 1, or the changeover
 *   from 0
 */
export function slotsOf(hall: HallHours): Interval[] {
  requireWhole('slotMinutes', hall.slotMinutes, 1);
  requireWhole('changeoverMinutes', hall.changeoverMinutes, 0);
  return union(hall.openings)
    .flatMap((opening) => slotsWithin(opening, hall))
    .filter((slot) => !isClosed(hall, slot));
}

/** The slots of some halls that begin at an instant: of each length one, in the order of the halls. */
export function slotsAt(halls: readonly HallHours[], start: string): Interval[] {
  return [...new Set(halls.map(({ slotMinutes }) => slotMinutes))]
    .map((minutes) => ({ start: addMinutes(start, 0), end: addMinutes(start, minutes) }))
    .filter((slot) => halls.some((hall) => isSlotOf(hall, slot)));
}

/** Whether a time is one of the hall's slots; the same answer as looking for it among {@link slotsOf}, at once. */
export function isSlotOf(hall: HallHours, time: Interval): boolean {
  const opening = union(hall.openings).find((candidate) => contains(candidate, time));
  if (!opening || isClosed(hall, time)) return false;
  const [start, length] = [epochMs(time.start), epochMs(time.end) - epochMs(time.start)];
  const stride = (hall.slotMinutes + hall.changeoverMinutes) * minute;
  return length === hall.slotMinutes * minute && (start - epochMs(opening.start)) % stride === 0;
}

/** Whether a time is outside the openings of the hall, or touches a closed time. */
export function isClosed(hall: Pick<HallHours, 'openings' | 'closures'>, time: Interval): boolean {
  return (
    !union(hall.openings).some((opening) => contains(opening, time)) ||
    hall.closures.some((closure) => overlaps(closure, time))
  );
}

function slotsWithin(opening: Interval, { slotMinutes, changeoverMinutes }: HallHours): Interval[] {
  const [length, stride] = [slotMinutes * minute, (slotMinutes + changeoverMinutes) * minute];
  const slots: Interval[] = [];
  const end = epochMs(opening.end);
  for (let start = epochMs(opening.start); start + length <= end; start += stride) {
    slots.push({ start: instantFromMs(start), end: instantFromMs(start + length) });
  }
  return slots;
}

const minute = 60_000;

function requireWhole(field: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new DomainError(
    'request.invalid',
    { field, value },
    `${field} is ${value}; give a whole number of minutes from ${least}.`,
  );
}
