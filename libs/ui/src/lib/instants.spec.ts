import { describe, expect, it } from '@jest/globals';
import { clockIn, dayIn, dayName, dayRange, minutesUntil, offsetIn } from './instants.ts';

const instant = '2027-05-12T01:30:00Z';

describe('an instant', () => {
  it('is told on the wall clock of a zone, midnight as 00:00', () => {
    expect(clockIn(instant, 'Asia/Seoul')).toBe('10:30');
    expect(clockIn('2027-05-11T15:00:00Z', 'Asia/Seoul')).toBe('00:00');
  });

  it('lies on the day of the zone, not of UTC', () => {
    expect(dayIn(instant, 'America/New_York')).toBe('2027-05-11');
    expect(dayIn(instant, 'Asia/Seoul')).toBe('2027-05-12');
  });

  it('has an offset without an ambiguous abbreviation', () => {
    expect(offsetIn(instant, 'Asia/Kolkata')).toBe('UTC+5:30');
    expect(offsetIn('2027-01-12T00:00:00Z', 'Europe/London')).toBe('UTC');
  });

  it('is so many whole minutes away, rounded down', () => {
    expect(minutesUntil(new Date('2027-05-12T01:28:30Z'), instant)).toBe(1);
  });
});

describe('a day', () => {
  it('is told in the order of its language', () => {
    expect(dayName('2027-05-12', 'en')).toBe('Wed 12 May');
    expect(dayName('2027-05-12', 'ko')).toContain('5월 12일');
  });

  it('makes one span with another', () => {
    expect(dayRange('2027-05-12', '2027-05-14', 'en')).toBe('12–14 May 2027');
  });
});
