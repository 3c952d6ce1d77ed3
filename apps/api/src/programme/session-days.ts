import { forumDay } from '@forum/domain/time/forum-day';
import { addDays, wallTime } from '@forum/domain/time/zoned';
import { refuseField } from '../http/refuse-field.ts';

/** When and where an edition takes place. */
export interface EditionDates {
  zone: string;
  /** Dates in the edition's zone. */
  startsOn: string;
  endsOn: string;
}

/** The day of the edition that a start belongs to. Refuses a start outside the edition. */
export function sessionDay(start: string, edition: EditionDates): string {
  const { zone, startsOn, endsOn } = edition;
  const day = forumDay(start, edition);
  if (day >= startsOn && day <= endsOn) return day;
  const remedy = `lies outside the edition; choose a time from ${startsOn} to ${endsOn} in ${zone}`;
  throw refuseField('start', wallTime(start, zone), remedy);
}

/** Whether a day that a schedule names is one of the edition's, or the one before or after. */
export const isNearEdition = (day: string, { startsOn, endsOn }: EditionDates): boolean =>
  day >= addDays(startsOn, -1) && day <= addDays(endsOn, 1);
