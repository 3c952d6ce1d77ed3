import { addDays, dateIn, instantAround } from '../time/zoned.ts';
import { isBefore } from '../time/instant.ts';
import { type Interval } from '../time/interval.ts';

/**
 * The date of the programme that something starting at an instant belongs to. A day ends at `dayChange` of the next
 * morning, so the party at 01:00 belongs to the evening before (frab's `day_change`).
 *
 * @param dayChange wall time at which a day of the programme begins, such as `06:00`
 */
export function programmeDay(start: string, zone: string, dayChange: string): string {
  const date = dateIn(start, zone);
  return isBefore(start, dayBegin(date, zone, dayChange)) ? addDays(date, -1) : date;
}

/** From when to when a day of the programme lasts. The days of a zone follow each other without gap or overlap. */
export function dayBounds(date: string, zone: string, dayChange: string): Interval {
  return { start: dayBegin(date, zone, dayChange), end: dayBegin(addDays(date, 1), zone, dayChange) };
}

const dayBegin = (date: string, zone: string, dayChange: string) =>
  instantAround(`${date}T${dayChange}`, zone);
