import { randomUUID } from 'node:crypto';
import type { SignedIn } from './signed-in.ts';

const roomCount = 20;

/** A schedule.json of 1,000 invented sessions on the days of an edition. */
function thousandSessions(startsOn: string): Uint8Array {
  const days = [0, 1, 2].map((day) => {
    const date = new Date(Date.parse(`${startsOn}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
    const rooms = Object.fromEntries(
      Array.from({ length: roomCount }, (_, room) => [`Hall ${room + 1}`, sessionsOf(date, day, room)]),
    );
    return {
      index: day + 1,
      date,
      day_start: `${date}T08:00:00+09:00`,
      day_end: `${date}T23:59:00+09:00`,
      rooms,
    };
  });
  const schedule = {
    version: '1',
    base_url: 'https://forum.example/',
    conference: {
      acronym: 'load',
      title: 'A large forum',
      start: days[0]?.date,
      end: days[2]?.date,
      daysCount: 3,
      timeslot_duration: '00:05',
      time_zone_name: 'Asia/Seoul',
      days,
    },
  };
  return new TextEncoder().encode(JSON.stringify({ schedule }));
}

function sessionsOf(date: string, day: number, room: number): object[] {
  const count = (day * roomCount + room) % 3 === 0 ? 16 : 17;
  return Array.from({ length: count }, (_, i) => {
    const minutes = 8 * 60 + i * 50;
    const start = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const id = day * 10_000 + room * 100 + i + 1;
    return {
      id,
      guid: randomUUID(),
      date: `${date}T${start}:00+09:00`,
      start,
      duration: '00:45',
      room: `Hall ${room + 1}`,
      slug: `load-${id}`,
      title: `Session ${id}: industry and government on topic ${i}`,
      subtitle: '',
      track: `Track ${i % 7}`,
      type: 'panel',
      language: 'en',
      abstract: 'A session of the load test.',
      persons: [{ id, public_name: `Speaker ${id}` }],
      links: [],
      url: '',
    };
  });
}

/** Replaces the programme of an edition by about 1,000 sessions, through the doors of the secretariat. */
export async function importThousandSessions(
  secretariat: SignedIn,
  edition: { slug: string; startsOn: string },
): Promise<void> {
  const path = `/editions/${edition.slug}/programme/imports`;
  const proposed = await secretariat.send<{ id: string; removed: unknown[] }>(
    'POST',
    `${path}?name=load`,
    thousandSessions(edition.startsOn),
  );
  await secretariat.send('POST', `${path}/${proposed.id}`, { confirmRemovals: proposed.removed.length });
}
