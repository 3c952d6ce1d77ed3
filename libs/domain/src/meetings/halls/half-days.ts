import { intersect, type Interval, union } from '../../time/interval.ts';
import { dayChange } from '../../time/forum-day.ts';
import { addDays, dateIn, instantAround } from '../../time/zoned.ts';

/**
 * The mornings and afternoons, cut at noon on the wall of a zone, in which halls are open; in order of time. They are what
 * a firm prefers among: whole enough to be chosen at a glance.
 *
 * @param openings when any hall is open
 */
export function halfDaysOf(openings: readonly Interval[], zone: string): Interval[] {
  const open = union(openings);
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return [];
  const halves: Interval[] = [];
  // From the day before: what is open past midnight belongs to the evening that it follows.
  for (
    let date = addDays(dateIn(first.start, zone), -1);
    date <= dateIn(last.end, zone);
    date = addDays(date, 1)
  ) {
    const at = (wall: string) => instantAround(wall, zone);
    const noon = at(`${date}T12:00`);
    halves.push({ start: at(`${date}T${dayChange}`), end: noon });
    halves.push({ start: noon, end: at(`${addDays(date, 1)}T${dayChange}`) });
  }
  // One opening a half: a lunch break does not make two mornings.
  return halves.flatMap((half) => {
    const within = intersect(open, [half]);
    return within.length > 0 ? [{ start: within[0]!.start, end: within.at(-1)!.end }] : [];
  });
}
