import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantFromMs } from './instant.ts';
import { contains } from './interval.ts';
import { dateToTell, daysFrom, forumDay, forumDayBounds } from './forum-day.ts';
import { dateAfter, doubledTimes, instantAtWall, wallClockAt } from './wall-clock.ts';
import { addDays, dateIn, instantAround, instantOf, wallTime } from './zoned.ts';

/** With both clock changes, at midnight too, half hours, and a change of half an hour. */
const zones = [
  'Asia/Seoul',
  'Europe/Brussels',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/New_York',
  'America/Havana',
  'Asia/Beirut',
  'America/St_Johns',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const tenMinutes = fc
  .integer({ min: Date.UTC(2027, 0) / 600_000, max: Date.UTC(2028, 0) / 600_000 })
  .map((count) => instantFromMs(count * 600_000));
const date = fc.integer({ min: 0, max: 364 }).map((days) => dateAfter('2027-01-01', days));

const seoul = { zone: 'Asia/Seoul', startsOn: '2027-05-11' };
const inSeoul = (wall: string) => instantOf(wall, 'Asia/Seoul');

describe('a time past midnight', () => {
  it('belongs to the day before until six in the morning', () => {
    const at = (wall: string) => forumDay(inSeoul(wall), seoul);
    expect(at('2027-05-12T23:30')).toBe('2027-05-12');
    expect(at('2027-05-13T00:45')).toBe('2027-05-12');
    expect(at('2027-05-13T05:59')).toBe('2027-05-12');
    expect(at('2027-05-13T06:00')).toBe('2027-05-13');
  });

  it('belongs to the last day though the calendar says that the forum is over', () => {
    expect(forumDay(inSeoul('2027-05-14T00:45'), seoul)).toBe('2027-05-13');
  });

  it('belongs to the first day before its morning, since no evening of the forum lies before it', () => {
    expect(forumDay(inSeoul('2027-05-11T00:30'), seoul)).toBe('2027-05-11');
    expect(forumDay(inSeoul('2027-05-10T23:30'), seoul)).toBe('2027-05-10');
  });
});

describe('a day of the forum', () => {
  it('is shorter when the clocks go forward and longer when they go back', () => {
    const brussels = { zone: 'Europe/Brussels', startsOn: '2027-01-01' };
    expect(forumDayBounds('2027-03-27', brussels)).toEqual({
      start: '2027-03-27T05:00:00Z',
      end: '2027-03-28T04:00:00Z',
    });
    expect(forumDayBounds('2027-10-30', brussels)).toEqual({
      start: '2027-10-30T04:00:00Z',
      end: '2027-10-31T05:00:00Z',
    });
  });

  it('contains exactly what belongs to it, clock changes and the first day included', () => {
    fc.assert(
      fc.property(tenMinutes, zone, date, fc.boolean(), (instant, where, someDate, isFirst) => {
        const days = { zone: where, startsOn: isFirst ? dateIn(instant, where) : someDate };
        const day = forumDay(instant, days);
        expect(contains(forumDayBounds(day, days), instant)).toBe(true);
        expect(contains(forumDayBounds(addDays(day, 1), days), instant)).toBe(false);
        expect(contains(forumDayBounds(addDays(day, -1), days), instant)).toBe(false);
      }),
    );
  });
});

describe('the days from one date to another', () => {
  it('are each once, over the ends of months and years', () => {
    expect(daysFrom('2027-12-30', '2028-01-02')).toEqual([
      '2027-12-30',
      '2027-12-31',
      '2028-01-01',
      '2028-01-02',
    ]);
    expect(daysFrom('2027-05-12', '2027-05-12')).toEqual(['2027-05-12']);
  });
});

describe('the date beside a time', () => {
  it('tells two half past twelve of different nights apart', () => {
    expect(dateToTell(inSeoul('2027-05-11T00:30'), 'Asia/Seoul', '2027-05-11')).toBeNull();
    expect(dateToTell(inSeoul('2027-05-12T00:30'), 'Asia/Seoul', '2027-05-11')).toBe('2027-05-12');
  });

  it('stands beside every time of a list of several days', () => {
    fc.assert(
      fc.property(tenMinutes, zone, (instant, where) => {
        expect(dateToTell(instant, where, null)).toBe(dateIn(instant, where));
      }),
    );
  });

  it('makes two times of a list read the same only where the wall showed the same', () => {
    fc.assert(
      fc.property(tenMinutes, tenMinutes, zone, date, (a, b, where, day) => {
        const read = (instant: string) =>
          `${dateToTell(instant, where, day) ?? day} ${wallTime(instant, where).slice(11)}`;
        if (read(a) === read(b)) expect(wallTime(a, where)).toBe(wallTime(b, where));
      }),
    );
  });
});

describe('an hour that exists twice', () => {
  it('offers both of its times, each of which the server reads as itself', () => {
    expect(doubledTimes('2027-10-31T02:30', 'Europe/Brussels')).toEqual([
      { wall: '2027-10-31T02:30+02:00', instant: '2027-10-31T00:30:00Z' },
      { wall: '2027-10-31T02:30+01:00', instant: '2027-10-31T01:30:00Z' },
    ]);
    expect(doubledTimes('2027-05-12T10:30', 'Europe/Brussels')).toEqual([]);
    expect(doubledTimes('2027-03-28T02:30', 'Europe/Brussels')).toEqual([]);
    expect(doubledTimes('', 'Europe/Brussels')).toEqual([]);
  });

  it('is offered exactly where the server would refuse the wall time as ambiguous', () => {
    fc.assert(
      fc.property(tenMinutes, zone, (instant, where) => {
        const wall = wallTime(instant, where);
        const doubled = doubledTimes(wall, where);
        if (doubled.length === 0) return expect(instantOf(wall, where)).toBe(instant);
        expect(() => instantOf(wall, where)).toThrow();
        expect(doubled.map((one) => instantOf(one.wall, where))).toEqual(doubled.map((one) => one.instant));
      }),
    );
  });
});

describe('the clock of the engine alone', () => {
  it('shows the same date and time as Temporal', () => {
    fc.assert(
      fc.property(tenMinutes, zone, (instant, where) => {
        const { date: shown, minutes } = wallClockAt(instant, where);
        const [hour, minute] = wallTime(instant, where).slice(11).split(':').map(Number);
        expect([shown, minutes]).toEqual([dateIn(instant, where), hour! * 60 + minute!]);
      }),
    );
  });

  it('reaches a wall time at the same instant as Temporal, skipped and doubled ones included', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 1439 }), zone, (on, minutes, where) => {
        const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
        expect(instantAtWall({ date: on, minutes }, where)).toBe(
          instantAround(`${on}T${clock.join(':')}`, where),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
