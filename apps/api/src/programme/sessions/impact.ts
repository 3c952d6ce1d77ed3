import { Injectable } from '@nestjs/common';
import type { SessionImpact } from '@forum/contract/programme/session-changes';
import { clashesCausedBy, timeOf } from '@forum/domain/programme/clashes';
import { addMinutes, compareInstants } from '@forum/domain/time/instant';
import { type Interval, overlaps } from '@forum/domain/time/interval';
import type { Transaction } from '../../database/database.ts';
import { groupBy } from '../../live/group-by.ts';
import { ReservationsService } from '../../reservations/reservations.service.ts';
import type { ChangedSession } from './change-session.ts';
import type { StoredSession } from './sessions.repository.ts';

type Clash = SessionImpact['clashes'][number];

const mostClashes = 200;

/** Whom a change of sessions would touch: shown to the secretariat before it confirms. */
@Injectable()
export class Impact {
  constructor(private readonly reservations: ReservationsService) {}

  async of(
    transaction: Transaction,
    sessions: readonly StoredSession[],
    changed: readonly ChangedSession[],
  ): Promise<SessionImpact> {
    const [starred] = await transaction.query<{ people: number }>(
      'select count(distinct person_id)::int as people from star where session_id = any($1::uuid[])',
      [changed.map((session) => session.id)],
    );
    return {
      sessions: asContract(changed, sessions),
      clashes: await this.clashes(transaction, sessions, changed),
      starred: starred?.people ?? 0,
    };
  }

  /** What changed or new sessions would clash with that nothing clashed with before. */
  async clashes(
    transaction: Transaction,
    sessions: readonly StoredSession[],
    changed: readonly ChangedSession[],
  ): Promise<Clash[]> {
    const programme = await programmeClashes(transaction, sessions, changed);
    const meetings = await this.#meetingClashes(transaction, sessions, changed);
    return [...programme, ...meetings].slice(0, mostClashes);
  }

  /** People who starred a session or speak in it, and would be in a meeting then, as they were not before. */
  async #meetingClashes(
    transaction: Transaction,
    sessions: readonly StoredSession[],
    changed: readonly ChangedSession[],
  ): Promise<Clash[]> {
    const taking = changed.filter((session) => session.state === 'scheduled');
    const times = taking.map(timeOf);
    if (times.length === 0) return [];
    const people = await concernedBy(transaction, taking);
    const taken = await this.reservations.taken(
      transaction,
      people.map((person) => person.id),
      spanOf(times),
    );
    // That they speak elsewhere is told as a clash of speakers.
    const meetings = groupBy(
      taken.filter((one) => one.commitmentKind !== 'speaking'),
      (one) => one.resourceId,
    );
    const scheduled = new Map(
      sessions.filter(({ state }) => state === 'scheduled').map((session) => [session.id, session]),
    );
    const concerned = groupBy(people, ({ sessionId }) => sessionId);
    return taking.flatMap((session) => {
      const old = scheduled.get(session.id);
      const clashes = (concerned.get(session.id) ?? []).flatMap(({ id, name }) =>
        (meetings.get(id) ?? [])
          .filter((one) => overlaps(one, timeOf(session)) && !(old && overlaps(one, timeOf(old))))
          .map(({ start, end }): Clash => {
            const kind = name === null ? 'starred' : 'meeting';
            return { kind, with: session.title, who: name, count: 1, start, end };
          }),
      );
      return counted(clashes).sort((a, b) => compareInstants(a.start, b.start));
    });
  }
}

/** Those of people without a name together, by their times. */
function counted(clashes: readonly Clash[]): Clash[] {
  const named = clashes.filter(({ kind }) => kind === 'meeting');
  const starred = clashes.filter(({ kind }) => kind === 'starred');
  const together = [...groupBy(starred, ({ start, end }) => `${start} ${end}`).values()];
  return [
    ...named,
    ...together.flatMap(([first, ...more]) => (first ? [{ ...first, count: more.length + 1 }] : [])),
  ];
}

/** From the first start to the last end. */
function spanOf(times: readonly Interval[]): Interval {
  const starts = times.map(({ start }) => start).sort(compareInstants);
  const ends = times.map(({ end }) => end).sort(compareInstants);
  return { start: starts[0] ?? '', end: ends.at(-1) ?? '' };
}

async function programmeClashes(
  transaction: Transaction,
  sessions: readonly StoredSession[],
  changed: readonly ChangedSession[],
): Promise<Clash[]> {
  const clashes = clashesCausedBy(sessions, changed, mostClashes);
  const named = await transaction.query<{ id: string; name: string }>(
    'select id, name from room where id = any($1::uuid[]) union all select id, name from speaker where id = any($1::uuid[])',
    [clashes.map((clash) => clash.resourceId)],
  );
  const names = new Map(named.map((row) => [row.id, row.name]));
  const moved = new Set(changed.map((session) => session.id));
  const titles = new Map(sessions.map(({ id, title }) => [id, title]));
  return clashes.map(({ kind, resourceId, ids, overlap }) => {
    const other = ids.find((id) => !moved.has(id)) ?? ids[1];
    return { kind, with: titles.get(other) ?? '', who: names.get(resourceId) ?? null, count: 1, ...overlap };
  });
}

/** Whoever only starred a session has no name: a star is private, and how many there are is all that the host learns. */
const concernedBy = (transaction: Transaction, sessions: readonly ChangedSession[]) =>
  transaction.query<{ sessionId: string; id: string; name: string | null }>(
    `select c.session_id as "sessionId", p.id, case when bool_or(c.speaks) then p.display_name end as name
     from (select edition_id, session_id, person_id, false as speaks from star where session_id = any($1::uuid[])
           union all
           select x.edition_id, x.session_id, k.person_id, true from session_speaker x join speaker k on k.id = x.speaker_id
           where x.session_id = any($1::uuid[]) and k.person_id is not null) c
     join person_in_edition p on p.edition_id = c.edition_id and p.id = c.person_id
     group by c.session_id, p.id, p.display_name, p.sort_key order by p.sort_key, p.id`,
    [sessions.map((session) => session.id)],
  );

/** Sessions as they would be, in the shape that screens already show. */
function asContract(
  changed: readonly ChangedSession[],
  sessions: readonly StoredSession[],
): SessionImpact['sessions'] {
  const stored = new Map(sessions.map((session) => [session.id, session]));
  return changed.map((after) => {
    const before = stored.get(after.id);
    if (!before) throw new Error('a change made a session that was not there');
    const { minutes: _minutes, ...session } = before;
    return {
      ...session,
      start: after.start,
      end: addMinutes(after.start, after.minutes),
      day: after.day,
      roomId: after.roomId,
      state: after.state,
    };
  });
}
