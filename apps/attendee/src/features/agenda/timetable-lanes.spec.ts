import { describe, expect, it } from '@jest/globals';
import type { Appointment } from './appointment.ts';
import { drawnAt, drawnDay, hoursOf, minuteOn } from './timetable-lanes.ts';

const days = { zone: 'Asia/Seoul', startsOn: '2027-05-11' };
const meeting = (id: string, start: string, end: string): Appointment => ({
  kind: 'meeting',
  id,
  start: `2027-05-${start}:00Z`,
  end: `2027-05-${end}:00Z`,
  title: id,
  place: '',
  topic: null,
  topicKo: null,
});
/** In Seoul: 10:00 on the 12th, 00:30 of the night after the 12th, 00:30 of the night after the last day. */
const morning = meeting('morning', '12T01:00', '12T01:30');
const night = meeting('night', '12T15:30', '12T16:00');
const lastNight = meeting('last', '13T15:30', '13T16:00');

describe('a calendar of days that end at six in the morning', () => {
  it('draws what begins past midnight in the column of the evening before, the last night too', () => {
    const all = [morning, night, lastNight];
    const hours = hoursOf(all, days);
    const ids = (day: string) => drawnDay(all, day, days, hours).map(({ appointment }) => appointment.id);
    expect(ids('2027-05-12')).toEqual(['morning', 'night']);
    expect(ids('2027-05-13')).toEqual(['last']);
  });

  it('draws each block within its hours', () => {
    const hours = hoursOf([morning, night], days);
    for (const { from, minutes } of drawnDay([morning, night], '2027-05-12', days, hours)) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + minutes).toBeLessThanOrEqual(hours.length * 60);
    }
  });

  it('adds one hour for one late meeting, not the whole evening before it', () => {
    expect(hoursOf([morning], days)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(hoursOf([morning, night], days)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 24]);
  });

  it('puts the line of now at 00:45 on the evening that it follows', () => {
    const minute = minuteOn('2027-05-12', '2027-05-12T15:45:00Z', days.zone);
    expect(minute).toBe(24 * 60 + 45);
    expect(drawnAt(minute, hoursOf([night], days))).toBe(9 * 60 + 45);
    expect(drawnAt(20 * 60 + 10, hoursOf([night], days))).toBe(9 * 60);
  });

  it('puts what overlaps side by side and what does not in one lane', () => {
    const beside = meeting('beside', '12T01:15', '12T02:00');
    const after = meeting('after', '12T02:00', '12T02:30');
    const all = [morning, beside, after];
    expect(
      drawnDay(all, '2027-05-12', days, hoursOf(all, days)).map(({ lane, lanes }) => [lane, lanes]),
    ).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  it('keeps the length of what goes on through an hour that exists twice', () => {
    const brussels = { zone: 'Europe/Brussels', startsOn: '2027-10-29' };
    const party: Appointment = { ...night, start: '2027-10-31T00:30:00Z', end: '2027-10-31T01:15:00Z' };
    const [drawn] = drawnDay([party], '2027-10-30', brussels, hoursOf([party], brussels));
    expect(drawn?.minutes).toBe(45);
  });
});
