import { describe, expect, it } from '@jest/globals';
import { isPresent, realFile } from '../testing/real-files.ts';
import { readSchedule } from './read-schedule.ts';

const absent = 'not run: the real schedules are absent (FORUM_DATA names their folder)';
const present = ['fosdem-2026.xml', '39c3.xml', '39c3.json'].every((name) => isPresent(`schedules/${name}`));
const whenPresent = present ? describe : describe.skip;

whenPresent(present ? 'FOSDEM 2026' : `FOSDEM 2026, ${absent}`, () => {
  it('is read whole: 883 sessions, 30 rooms, 62 tracks, 927 people', () => {
    const { programme, report } = readSchedule(realFile('schedules/fosdem-2026.xml'));
    const people = new Set(
      programme.sessions.flatMap(({ speakers }) => speakers.map(({ externalId }) => externalId)),
    );
    expect({
      sessions: programme.sessions.length,
      rooms: programme.rooms.length,
      tracks: programme.tracks.length,
      people: people.size,
      days: programme.days.map(({ date }) => date),
      dayChange: programme.dayChange,
      zone: programme.zone,
      report,
    }).toEqual({
      sessions: 883,
      rooms: 30,
      tracks: 62,
      people: 927,
      days: ['2026-01-31', '2026-02-01'],
      dayChange: '09:00',
      zone: 'Europe/Brussels',
      report: [],
    });
  });
});

whenPresent(present ? '39C3' : `39C3, ${absent}`, () => {
  const fromXml = () => readSchedule(realFile('schedules/39c3.xml'));

  it('is the same programme from XML and from JSON', () => {
    const { programme, report } = fromXml();
    expect(readSchedule(realFile('schedules/39c3.json'))).toEqual({ programme, report });
    const codes = [...new Set(report.map(({ code }) => code))];
    expect([programme.sessions.length, programme.rooms.length]).toEqual([895, 58]);
    // 168 sessions are in two languages.
    expect(codes).toEqual(['session.languages', 'report.shortened']);
  });

  it('keeps sessions past midnight on the day before', () => {
    const night = fromXml().programme.sessions.filter(({ date, start }) => start.slice(0, 10) > date);
    expect(night.length).toBeGreaterThan(20);
    expect(night.every(({ start }) => start.slice(11, 16) <= '05:00')).toBe(true);
  });
});
