import { addMinutes } from '@forum/domain/time/instant';
import type { Interval } from '@forum/domain/time/interval';
import { dayChange, forumDay } from '@forum/domain/time/forum-day';
import { addDays, instantOf } from '@forum/domain/time/zoned';

/** The wall clock of the demo edition. */
export const demoZone = 'Asia/Seoul';

/** The days of the demo edition: yesterday, today and tomorrow in Seoul, where a night belongs to the day before it. */
export class DemoDays {
  readonly first: string;
  readonly last: string;
  readonly year: number;

  constructor(readonly now: string) {
    const today = forumDay(now, { zone: demoZone });
    this.first = addDays(today, -1);
    this.last = addDays(today, 1);
    this.year = Number(this.first.slice(0, 4));
  }

  /** The date of a day of the forum, from 1. */
  date(day: number): string {
    return addDays(this.first, day - 1);
  }

  /** From a wall time of a day of the forum on; a time before the day changes is of the night that follows. */
  time(day: number, wall: string, minutes: number): Interval {
    const date = wall < dayChange ? this.date(day + 1) : this.date(day);
    const start = instantOf(`${date}T${wall}`, demoZone);
    return { start, end: addMinutes(start, minutes) };
  }

  /** An instant so many hours ago. */
  ago(hours: number): string {
    return addMinutes(this.now, -60 * hours);
  }
}
