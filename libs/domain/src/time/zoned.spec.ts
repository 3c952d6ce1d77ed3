import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantFromMs } from './instant.ts';
import { addDays, canonicalZone, dateIn, instantAround, instantOf, offsetLabel, wallTime } from './zoned.ts';

const zones = ['Asia/Seoul', 'Europe/Brussels', 'Asia/Tokyo', 'Australia/Sydney', 'Asia/Kolkata', 'UTC'];
const wholeMinute = fc
  .integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2035, 0) / 60_000 })
  .map((minutes) => instantFromMs(minutes * 60_000));

describe('a wall time', () => {
  it.each([
    ['2027-05-12T10:30', 'Asia/Seoul', '2027-05-12T01:30:00Z'],
    ['2027-05-12T10:30', 'Europe/Brussels', '2027-05-12T08:30:00Z'],
    ['2027-05-12T10:30', 'Asia/Kolkata', '2027-05-12T05:00:00Z'],
    ['2027-01-12T10:30:15', 'Australia/Sydney', '2027-01-11T23:30:15Z'],
  ])('%s in %s is %s', (wall, zone, instant) => {
    expect(instantOf(wall, zone)).toBe(instant);
    expect(wallTime(instant, zone)).toBe(wall.slice(0, 16));
  });

  it.each([
    ['2027-03-28T02:30', 'Europe/Brussels', 'does not exist', 0],
    ['2027-10-31T02:30', 'Europe/Brussels', 'exists twice', 2],
    ['2027-10-03T02:30', 'Australia/Sydney', 'does not exist', 0],
    ['2027-04-04T02:30', 'Australia/Sydney', 'exists twice', 2],
  ])('%s is refused in %s because it %s', (wall, zone, words, exists) => {
    expect(() => instantOf(wall, zone)).toThrow(
      expect.objectContaining({
        code: 'programme.wall_time',
        message: expect.stringContaining(`${wall} ${words} in ${zone}`),
        details: expect.objectContaining({ wall, zone, exists }),
      }),
    );
  });

  it('comes back from its instant wherever it is the only one', () => {
    fc.assert(
      fc.property(wholeMinute, fc.constantFrom(...zones), (instant, zone) => {
        const wall = wallTime(instant, zone);
        expect(wall.slice(0, 10)).toBe(dateIn(instant, zone));
        try {
          expect(instantOf(wall, zone)).toBe(instant);
        } catch (error) {
          // What a clock has shown exists, so it can only have been shown twice.
          expect(error).toMatchObject({
            code: 'programme.wall_time',
            details: { exists: 2, instants: expect.arrayContaining([instant]) },
          });
        }
      }),
    );
  });

  it.each([
    ['2027-10-31T02:30+02:00', '2027-10-31T00:30:00Z'],
    ['2027-10-31T02:30+01:00', '2027-10-31T01:30:00Z'],
    ['2027-05-12T10:30+02:00', '2027-05-12T08:30:00Z'],
  ])('%s in Brussels is %s: which of two is meant can be said', (wall, instant) => {
    expect(instantOf(wall, 'Europe/Brussels')).toBe(instant);
  });

  it.each(['2027-10-31T02:30+03:00', '2027-05-12T10:30+01:00', '2027-03-28T02:30+01:00'])(
    '%s is refused in Brussels, where the clocks never show it',
    (wall) => {
      expect(() => instantOf(wall, 'Europe/Brussels')).toThrow(
        expect.objectContaining({ code: 'programme.wall_time' }),
      );
    },
  );

  it.each(['2027-02-30T10:00', '2027-05-12', '2027-05-12T25:00', '12.5.2027 10:00', '2027-05-12T10:00Z', ''])(
    '"%s" is refused as no wall time',
    (wall) => {
      expect(() => instantOf(wall, 'Asia/Seoul')).toThrow(
        expect.objectContaining({ code: 'request.invalid' }),
      );
    },
  );
});

describe('a limit at a wall time', () => {
  it('jumps past a skipped time and takes the first of a doubled one', () => {
    expect(instantAround('2027-03-28T02:30', 'Europe/Brussels')).toBe('2027-03-28T01:30:00Z');
    expect(instantAround('2027-10-31T02:30', 'Europe/Brussels')).toBe('2027-10-31T00:30:00Z');
  });

  it('is the wall time itself elsewhere', () => {
    expect(instantAround('2027-05-12T06:00', 'Asia/Seoul')).toBe(instantOf('2027-05-12T06:00', 'Asia/Seoul'));
  });
});

describe('the distance from UTC', () => {
  it.each([
    ['2027-05-12T01:30:00Z', 'Asia/Seoul', 'UTC+9'],
    ['2027-05-12T01:30:00Z', 'Asia/Kolkata', 'UTC+5:30'],
    ['2027-05-12T01:30:00Z', 'Europe/Brussels', 'UTC+2'],
    ['2027-01-12T01:30:00Z', 'Australia/Canberra', 'UTC+11'],
    ['2027-01-12T01:30:00Z', 'America/St_Johns', 'UTC-3:30'],
    ['2027-01-12T01:30:00Z', 'UTC', 'UTC'],
  ])('at %s in %s is %s', (instant, zone, label) => {
    expect(offsetLabel(instant, zone)).toBe(label);
  });
});

describe('the name of a zone', () => {
  it.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Australia/Canberra', 'Australia/Sydney'],
    ['europe/brussels', 'Europe/Brussels'],
    ['ROK', 'Asia/Seoul'],
    ['Etc/UTC', 'UTC'],
    ['utc', 'UTC'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('%s is %s', (name, canonical) => {
    expect(canonicalZone(name)).toBe(canonical);
  });

  it.each(['Mars/Olympus', '+09:00', 'UTC+9', '', 'Asia/Seoul '])('"%s" is refused', (zone) => {
    expect(() => canonicalZone(zone)).toThrow(
      expect.objectContaining({ code: 'time.zone_unknown', details: { zone } }),
    );
  });

  it('is settled once found, for every zone that the engine knows', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const canonical = canonicalZone(zone);
      expect(canonicalZone(canonical)).toBe(canonical);
      expect(wallTime('2027-05-12T01:30:00Z', canonical)).toBe(wallTime('2027-05-12T01:30:00Z', zone));
    }
  });
});

describe('a date', () => {
  it('counts over months and back', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('is the one of the zone, not of UTC', () => {
    expect(dateIn('2027-05-12T15:30:00Z', 'Asia/Seoul')).toBe('2027-05-13');
  });
});
