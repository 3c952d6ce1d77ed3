import { Injectable } from '@nestjs/common';
import { streamsOf, type StreamName } from '@forum/domain/identity/streams';
import { usableRoles } from '@forum/domain/identity/second-factor';
import type { Role } from '@forum/domain/identity/role';
import type { Topic } from '@forum/domain/meetings/topic';
import { Database, type Transaction, type SqlReader } from '../database/database.ts';
import { hasPlace } from '../meetings/halls/has-place.ts';
import { isSeen, seenBy, sightOf } from '../programme/sight.ts';

/** The edition that a calendar is of. */
export interface CalendarEdition {
  id: string;
  title: string;
  venue: string;
  address: string;
  zone: string;
}

/** What sessions and meetings have in common in a calendar; all times are instants. */
interface Entry {
  id: string;
  sequence: number;
  createdAt: string;
  /** When anything that the entry shows changed last. */
  changedAt: string;
  start: string;
  end: string;
  cancelled: boolean;
}

export interface SessionEntry extends Entry {
  title: string;
  subtitle: string | null;
  speakers: string[];
  room: string | null;
  url: string | null;
  restricted: boolean;
}

export interface MeetingEntry extends Entry, Topic {
  /** The other side. */
  firm: string;
  table: { hall: string; label: string } | null;
  interpreter: { name: string; languages: string[] } | null;
}

/** A session or meeting that left a calendar, as it was then. */
export interface Withdrawal {
  kind: 'session' | 'meeting';
  id: string;
  sequence: number;
  at: string;
  start: string;
  end: string;
}

/** Whose personal feed a secret opens, and what they may see. */
export interface FeedOwner {
  personId: string;
  language: string;
  edition: CalendarEdition;
  streams: StreamName[];
}

const entryColumns = (of: 's' | 'm') => `${of}.id, ${of}.sequence + ${of}.entry_sequence as sequence,
  utc(${of}.created_at) as "createdAt", utc(${of}.entry_changed_at) as "changedAt", utc(${of}.starts_at) as start, utc(${of}.ends_at) as "end"`;

const sessionEntry = `${entryColumns('s')}, s.state = 'cancelled' or s.removed_at is not null as cancelled,
  s.title, s.subtitle, s.url, s.audience = 'restricted' as restricted, (select name from room where id = s.room_id) as room,
  array(select k.name from session_speaker p join speaker k on k.id = p.speaker_id
        where p.session_id = s.id order by p.position, k.id) as speakers`;

/**
 * What was cancelled or removed stays in a feed until the edition has ended and calendars, however seldom they ask, have
 * had a month to learn of it.
 */
const isRecent = (since: string) =>
  `(now() < ${since} + interval '30 days' or now() < (select (ends_on + 1 + time '06:00') at time zone zone from edition where id = $1))`;
const isKept = (of: 's' | 'm', cancelled: string) =>
  `(not (${cancelled}) or ${isRecent(`${of}.updated_at`)})`;
const sessionIsKept = isKept('s', `s.state = 'cancelled' or s.removed_at is not null`);

const withdrawal = `utc(w.at) as at, w.sequence, utc(w.starts_at) as start, utc(w.ends_at) as "end"`;

/** Reads what calendars are written from. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly database: Database) {}

  async edition(reader: SqlReader, editionId: string): Promise<CalendarEdition | null> {
    const [edition] = await reader.query<CalendarEdition>(
      'select id, title, venue, address, zone from edition where id = $1',
      [editionId],
    );
    return edition ?? null;
  }

  publicSessions(transaction: Transaction, editionId: string): Promise<SessionEntry[]> {
    return transaction.query(
      `select ${sessionEntry} from session s
       where s.edition_id = $1 and s.audience = 'public' and ${sessionIsKept} order by s.starts_at, s.id`,
      [editionId],
    );
  }

  /** Sessions that were public and are not any more. */
  noLongerPublic(reader: SqlReader, editionId: string): Promise<Withdrawal[]> {
    return reader.query(
      `select distinct on (s.id) 'session' as kind, s.id, ${withdrawal}
       from calendar_withdrawal w join session s on s.id = w.session_id
       where w.edition_id = $1 and w.person_id is null and w.audience = 'public' and s.audience <> 'public'
         and ${isRecent('w.at')} order by s.id, w.at desc`,
      [editionId],
    );
  }

  /** A session that is in the programme of the reader's audience; restricted ones have no calendar of their own. */
  session(editionId: string, id: string, streams: readonly StreamName[]): Promise<SessionEntry | null> {
    return this.database.row(
      `select ${sessionEntry} from session s
       where s.edition_id = $1 and s.id = $2 and s.removed_at is null and (s.audience = 'public' or (s.audience = 'accredited' and $3))`,
      [editionId, id, streams.includes('accredited')],
    );
  }

  async owner(secretHash: Buffer): Promise<FeedOwner | null> {
    const row = await this.database.row<{
      personId: string;
      language: string;
      edition: CalendarEdition;
      roles: Role[];
      accredited: boolean;
      sessionIds: string[];
    }>(
      `select f.person_id as "personId", p.language, s.roles, s.accredited, s.session_ids as "sessionIds",
         json_build_object('id', e.id, 'title', e.title, 'venue', e.venue, 'address', e.address, 'zone', e.zone) as edition
       from calendar_feed f join person p on p.id = f.person_id join edition e on e.id = f.edition_id cross join lateral standing_of(f.person_id, f.edition_id) s
       where f.secret_hash = $1 and f.revoked_at is null and e.phase <> 'planned'`,
      [secretHash],
    );
    if (!row) return null;
    const { personId, language, edition, roles, ...standing } = row;
    // Its address shows no second factor, so it shows nothing that a role of the host's team does.
    const { usable } = usableRoles(roles, false);
    return {
      personId,
      language,
      edition,
      streams: streamsOf({ personId, roles: usable, ...standing, delegationIds: [], firmIds: [] }),
    };
  }

  /** The agenda of a person: the sessions that they starred and may still see. */
  starred({ personId, edition, streams }: FeedOwner): Promise<SessionEntry[]> {
    return this.database.rows(
      `select ${sessionEntry} from star x join session s on s.id = x.session_id
       where x.edition_id = $1 and x.person_id = $5 and ${isSeen(2)} and ${sessionIsKept} order by s.starts_at, s.id`,
      [edition.id, ...seenBy(sightOf(streams)), personId],
    );
  }

  /**
   * The meetings that a person takes part in and that were accepted, also when they were cancelled since. Whoever does not
   * represent the firm has none, cancelled or not, as everywhere: their calendars then take them out and show nothing in their place.
   */
  meetings({ personId, edition }: FeedOwner): Promise<MeetingEntry[]> {
    return this.database.rows(
      `select ${entryColumns('m')}, m.state = 'cancelled' as cancelled, m.topic, m.topic_ko as "topicKo", other.name as firm,
         (select json_build_object('hall', h.name, 'label', t.label) from meeting_table t join hall h on h.id = t.hall_id where t.id = m.table_id and ${hasPlace}) as table,
         (select json_build_object('name', i.name, 'languages', i.languages) from interpreter i where i.id = m.interpreter_id) as interpreter
       from representative d join meeting_participant mp on mp.delegate_id = d.delegate_id join meeting m on m.id = mp.meeting_id
       join team own on own.id = case mp.side when 'from' then m.from_team_id else m.to_team_id end and own.firm_id = d.firm_id
       join team on team.id = case mp.side when 'from' then m.to_team_id else m.from_team_id end
       join firm other on other.id = team.firm_id
       where d.edition_id = $1 and d.person_id = $2 and m.state in ('accepted', 'cancelled') and m.starts_at is not null
         and ${isKept('m', `m.state = 'cancelled'`)} order by m.starts_at, m.id`,
      [edition.id, personId],
    );
  }

  /**
   * What left the calendar of a person because fewer may see it: starred sessions that they do not see any more, and
   * meetings without them. Whoever lost a right of their own is told nothing of it here.
   */
  withdrawn({ personId, edition, streams }: FeedOwner): Promise<Withdrawal[]> {
    return this.database.rows(
      `(select distinct on (s.id) 'session' as kind, s.id, ${withdrawal}
        from star x join session s on s.id = x.session_id join calendar_withdrawal w on w.session_id = s.id
        where x.edition_id = $1 and x.person_id = $5 and not ${isSeen(2)} and (w.person_id is null or w.person_id = $5)
          and ${isRecent('w.at')} order by s.id, w.at desc)
       union all
       (select distinct on (m.id) 'meeting', m.id, ${withdrawal}
        from calendar_withdrawal w join meeting m on m.id = w.meeting_id
        where w.edition_id = $1 and w.person_id = $5 and ${isRecent('w.at')}
          and not exists (select from meeting_participant mp join delegate d on d.id = mp.delegate_id
            where mp.meeting_id = m.id and d.person_id = $5)
        order by m.id, w.at desc)`,
      [edition.id, ...seenBy(sightOf(streams)), personId],
    );
  }
}
