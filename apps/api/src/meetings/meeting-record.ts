import { DomainError } from '@forum/domain/errors';
import { type Release } from '@forum/domain/export-control/gate';
import { type MeetingCore, type MeetingEnd, type MeetingParty } from '@forum/domain/meetings/meeting-state';
import { type Misfit } from '@forum/domain/meetings/halls/misfit';
import { type Interval } from '@forum/domain/time/interval';
import { type Transaction } from '../database/database.ts';

/** Somebody who takes part in a meeting. */
export interface MeetingPerson {
  delegateId: string;
  personId: string;
  name: string;
  side: MeetingParty;
  /** Of their nationality; null while it is not known. */
  country: string | null;
  /** When they can be met; none means never, null whenever the hall is open. */
  available: Interval[] | null;
}

/** SQL for {@link MeetingPerson.available} of the delegate `d`. */
export const availableOfDelegate = `(
  select (select coalesce(json_agg(json_build_object('start', utc(lower(span)), 'end', utc(upper(span))) order by span), '[]')
          from unnest(a.during) span)
  from availability a where a.delegate_id = d.id)`;

/** SQL for whether the release `r` counts only once a second person has confirmed it, who has not. */
export const awaitsSecond = `r.confirmed_at is null and (r.alone or exists (
  select from meeting_mover v join delegate mover on mover.person_id = v.person_id
  where v.meeting_id = r.meeting_id and mover.id = r.officer_id))`;

/** Keeps that these people asked for a meeting, proposed times of it, or agreed to it. */
export async function recordMovers(
  transaction: Transaction,
  editionId: string,
  meetingId: string,
  personIds: readonly string[],
): Promise<void> {
  await transaction.query(
    `insert into meeting_mover (edition_id, meeting_id, person_id) select $1, $2, p from unnest($3::uuid[]) p
     on conflict on constraint meeting_mover_pk do nothing`,
    [editionId, meetingId, personIds],
  );
}

/** A meeting as it is kept, with all that its rules ask for. */
export interface MeetingRecord extends MeetingCore {
  id: string;
  version: number;
  sequence: number;
  topic: string;
  tableId: string | null;
  interpreterId: string | null;
  helpCalled: boolean;
  /** Why it ended without a step of either side. */
  endedBy: MeetingEnd | null;
  /** Why an agreed one needs a new place; null while it has one. */
  placeLost: Misfit | null;
  fromTeamId: string;
  toTeamId: string;
  fromFirmId: string;
  toFirmId: string;
  people: MeetingPerson[];
  /** Entries of control lists that the topic touches. */
  controlEntries: string[];
  /** The country in which the edition is held. */
  host: string;
  /** Those that have not lapsed. */
  releases: Release[];
}

interface Row extends Omit<MeetingRecord, 'slot'> {
  versionAtStart: number;
  start: string | null;
  end: string | null;
}

/** Locks a meeting of an edition for this transaction and reads it; one that is not there is 404. */
export async function lockMeeting(
  transaction: Transaction,
  editionId: string,
  id: string,
): Promise<MeetingRecord> {
  const row = await findRow(transaction, editionId, id, 'for update of m');
  // After a wait the row itself is new, but its people and releases are as they were when the statement began.
  const hasWaited = row.version !== row.versionAtStart;
  return recordOf(hasWaited ? await findRow(transaction, editionId, id) : row);
}

/** Reads a meeting of an edition with all that its rules ask for; one that is not there is 404. */
export const findMeeting = async (
  transaction: Transaction,
  editionId: string,
  id: string,
): Promise<MeetingRecord> => recordOf(await findRow(transaction, editionId, id));

async function findRow(
  transaction: Transaction,
  editionId: string,
  id: string,
  lock: '' | 'for update of m' = '',
): Promise<Row> {
  const [row] = await transaction.query<Row>(
    `select m.id, m.version, (select version from meeting as seen where seen.id = m.id) as "versionAtStart", m.sequence, m.state, m.turn, m.topic, m.table_id as "tableId", m.interpreter_id as "interpreterId", m.help_called as "helpCalled",
       m.ended_by as "endedBy", m.place_lost as "placeLost", m.from_team_id as "fromTeamId", m.to_team_id as "toTeamId", f.firm_id as "fromFirmId", t.firm_id as "toFirmId",
       array(select utc(s) from unnest(m.suggested) s order by s) as suggested,
       utc(m.starts_at) as start, utc(m.ends_at) as "end", utc(m.expires_at) as "expiresAt",
       m.control_entries as "controlEntries",
       (select c.country from edition e join capital c on c.id = e.capital_id where e.id = m.edition_id) as host,
       (select coalesce(json_agg(json_build_object('side', r.side, 'officerId', r.officer_id, 'at', utc(r.released_at),
          'entries', r.entries, 'nationalities', r.nationalities, 'awaitsSecond', ${awaitsSecond}) order by r.side), '[]')
        from topic_release r where r.meeting_id = m.id and r.lapsed_at is null) as releases,
       (select coalesce(json_agg(json_build_object('delegateId', d.id, 'personId', d.person_id, 'name', p.display_name, 'side', mp.side,
          'country', d.country, 'available', ${availableOfDelegate}) order by d.id), '[]')
        from meeting_participant mp join delegate d on d.id = mp.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
        where mp.meeting_id = m.id) as people
     from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
     where m.edition_id = $1 and m.id = $2 ${lock}`,
    [editionId, id],
  );
  if (!row) throw new DomainError('not_found', { meeting: id }, 'There is no such meeting.');
  return row;
}

function recordOf({ start, end, versionAtStart: _, ...row }: Row): MeetingRecord {
  return {
    ...row,
    slot: start && end ? { start, end } : null,
  };
}

/**
 * Writes what a rule has made of a meeting, one version later.
 *
 * @param remindAt when to remind of a new proposal; null keeps the reminder of one that still waits
 */
export async function saveMeeting(
  transaction: Transaction,
  meeting: MeetingRecord,
  remindAt: string | null,
): Promise<void> {
  await transaction.query(
    `update meeting set state = $2, turn = $3, suggested = $4, starts_at = $5, ends_at = $6, table_id = $7, sequence = $8,
       help_called = $9, help_called_at = case when $9 then coalesce(help_called_at, now()) end,
       help_taken_by = case when $9 then help_taken_by end, expires_at = $10, interpreter_id = $12, ended_by = $13, place_lost = $14,
       from_team_id = $15, to_team_id = $16,
       remind_at = case when $3::text is null then null else coalesce($11, remind_at) end, updated_at = now(), version = version + 1
     where id = $1`,
    [
      meeting.id,
      meeting.state,
      meeting.turn,
      meeting.suggested,
      meeting.slot?.start ?? null,
      meeting.slot?.end ?? null,
      meeting.tableId,
      meeting.sequence,
      meeting.helpCalled,
      meeting.expiresAt,
      remindAt,
      meeting.interpreterId,
      meeting.endedBy,
      meeting.placeLost,
      meeting.fromTeamId,
      meeting.toTeamId,
    ],
  );
}

/** Who takes part for one side, and of which team. */
export interface Sent {
  editionId: string;
  meetingId: string;
  teamId: string;
  side: MeetingParty;
  delegateIds: readonly string[];
}

/**
 * Sends these people of a team, instead of who came before; everyone named must be a member of it who represents the firm,
 * and stays one until the commit, so that whoever revokes an accreditation or ends a standing finds the meeting.
 */
export async function sendPeople(
  transaction: Transaction,
  { editionId, meetingId, teamId, side, delegateIds }: Sent,
): Promise<MeetingPerson[]> {
  const rows = await transaction.query<Omit<MeetingPerson, 'side'>>(
    `with sent as (
       select d.id, d.person_id, p.display_name, d.country, ${availableOfDelegate} as available
       from team_member tm join team t on t.id = tm.team_id
       join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
       join delegate d on d.id = tm.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
       where tm.team_id = $3 and d.id = any($5::uuid[]) for share of d, r),
     gone as (delete from meeting_participant where meeting_id = $2 and side = $4 and delegate_id <> all ($5::uuid[])),
     named as (
       insert into meeting_participant (edition_id, meeting_id, delegate_id, side) select $1, $2, id, $4 from sent
       on conflict on constraint meeting_participant_pk do nothing)
     select id as "delegateId", person_id as "personId", display_name as name, country, available from sent order by id`,
    [editionId, meetingId, teamId, side, delegateIds],
  );
  const missing = delegateIds.filter((id) => !rows.some((row) => row.delegateId === id));
  if (missing.length > 0) {
    throw new DomainError(
      'request.invalid',
      { participants: missing },
      `${missing.join(', ')} are not members of this team who represent the firm. Name people of the team.`,
    );
  }
  return rows.map((row) => ({ ...row, side }));
}

/** Lets somebody stay away. */
export async function leaveOut(
  transaction: Transaction,
  meetingId: string,
  delegateId: string,
): Promise<void> {
  await transaction.query('delete from meeting_participant where meeting_id = $1 and delegate_id = $2', [
    meetingId,
    delegateId,
  ]);
}
