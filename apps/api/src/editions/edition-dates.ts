import { addDays } from '@forum/domain/time/zoned';
import { refuseField } from '../http/refuse-field.ts';

const mostDays = 31;

/** An edition begins in its year, ends no earlier than it begins, and lasts a month at most. */
export function requireDates(year: number, { startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (!startsOn.startsWith(`${year}-`)) {
    throw refuseField('body.startsOn', startsOn, `the edition is of ${year}; choose a day of that year`);
  }
  if (endsOn < startsOn) throw refuseField('body.endsOn', endsOn, `choose ${startsOn} or a later day`);
  const last = addDays(startsOn, mostDays - 1);
  if (endsOn > last)
    throw refuseField(
      'body.endsOn',
      endsOn,
      `an edition lasts ${mostDays} days at most; choose ${last} or before`,
    );
}
