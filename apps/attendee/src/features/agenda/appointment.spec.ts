import type { Session } from '@forum/contract/programme/session';
import { describe, expect, it } from '@jest/globals';
import { type Appointment, byTime, nextOf } from './appointment.ts';

const at = (clock: string) => `2027-05-12T${clock}:00Z`;
const planned = (id: string, from: string, to: string) => ({
  id,
  start: at(from),
  end: at(to),
  title: id,
  place: '',
});
const star = (id: string, from: string, to: string, state: Session['state'] = 'scheduled'): Appointment => ({
  ...planned(id, from, to),
  kind: 'session',
  session: { id, state } as Session,
  starWaits: false,
});
const meeting = (id: string, from: string, to: string): Appointment => ({
  ...planned(id, from, to),
  kind: 'meeting',
  topic: null,
  topicKo: null,
});
const next = (clock: string, ...appointments: Appointment[]) => {
  const found = nextOf(appointments.sort(byTime), new Date(at(clock)));
  return found && [found.next.id, ...found.clashes.map(({ id }) => id)];
};

describe('where one is expected next', () => {
  it('is an agreed meeting rather than a star at the same time, and the clash is said', () => {
    expect(next('08:00', star('a', '09:00', '10:00'), meeting('m', '09:00', '09:30'))).toEqual(['m', 'a']);
    expect(next('08:00', star('a', '08:45', '10:00'), meeting('m', '09:00', '09:30'))).toEqual(['m', 'a']);
    expect(next('09:05', star('a', '09:00', '10:00'), meeting('m', '09:30', '10:00'))).toEqual(['m', 'a']);
  });

  it('is a star until an hour before a meeting that it overlaps', () => {
    const day = [star('fair', '09:00', '18:00'), meeting('m', '16:00', '16:30')];
    expect(next('10:00', ...day)).toEqual(['fair', 'm']);
    expect(next('15:00', ...day)).toEqual(['m', 'fair']);
  });

  it('is what comes first where nothing overlaps, and neither over nor cancelled', () => {
    const day = [
      star('a', '09:00', '10:00'),
      meeting('m', '10:00', '10:30'),
      star('x', '09:30', '10:00', 'cancelled'),
    ];
    expect(next('08:00', ...day)).toEqual(['a']);
    expect(next('10:00', ...day)).toEqual(['m']);
    expect(next('11:00', ...day)).toBeNull();
  });
});
