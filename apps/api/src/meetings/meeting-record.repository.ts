import { DomainError } from '@forum/domain/errors';
import type { Release } from '@forum/domain/export-control/gate';
import type { MeetingCore, MeetingEnd } from '@forum/domain/meetings/meeting-state';
import type { Misfit } from '@forum/domain/meetings/halls/misfit';
import type { Transaction } from '../database/database.ts';
import { releasesOf } from './export-control/movers.repository.ts';
import { availableOfDelegate, type MeetingPerson } from './meeting-people.repository.ts';

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
       (${releasesOf('m.id')}) as releases,
       (select coalesce(json_agg(json_build_object('delegateId', d.id, 'personId', d.person_id, 'name', p.display_name, 'side', mp.side,
          'country', d.country, 'available', ${availableOfDelegate}) order by d.id), '[]')
        from meeting_participant mp join delegate d on d.id = mp.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
        where mp.meeting_id = m.id) as people
     from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
     where m.edition_id = $1 and m.id = $2 ${lock}`,
    [editionId, id],
  );
  if (!row) throw new DomainError('not_found', { meeting: id }, 'You have no such meeting.');
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
