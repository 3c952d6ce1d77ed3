import { programmeDay } from '@forum/domain/programme/day';
import { addDays, dateIn, wallTime } from '@forum/domain/time/zoned';
import { refuseField } from '../http/refuse-field.ts';

/** When and where an edition takes place. */
export interface EditionDates {
  zone: string;
  /** Dates in the edition's zone. */
  startsOn: string;
  endsOn: string;
}

/** A day of the programme ends at six in the morning: what is still on then began the evening before. */
export const dayChange = '06:00';

/**
 * The day of the edition that a start belongs to: past midnight it is the day before, but never one before the first.
 * Refuses a start outside the edition.
 */
export function sessionDay(start: string, edition: EditionDates): string {
  const { zone, startsOn, endsOn } = edition;
  const day = programmeDay(start, zone, dayChange);
  if (day >= startsOn && day <= endsOn) return day;
  if (dateIn(start, zone) === startsOn) return startsOn;
  const remedy = `lies outside the edition; choose a time from ${startsOn} to ${endsOn} in ${zone}`;
  throw refuseField('start', wallTime(start, zone), remedy);
}

/** Whether a day that a schedule names is one of the edition's, or the one before or after. */
export const isNearEdition = (day: string, { startsOn, endsOn }: EditionDates): boolean =>
  day >= addDays(startsOn, -1) && day <= addDays(endsOn, 1);
