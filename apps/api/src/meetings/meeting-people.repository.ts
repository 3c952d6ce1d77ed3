import { DomainError } from '@forum/domain/errors';
import type { MeetingParty } from '@forum/domain/meetings/meeting-state';
import type { Interval } from '@forum/domain/time/interval';
import type { Transaction } from '../database/database.ts';

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

/** Who takes part for one side, and of which team. */
export interface Sent {
  editionId: string;
  meetingId: string;
  teamId: string;
  side: MeetingParty;
  delegateIds: readonly string[];
}

/**
 * The named people of a team, locked: each must be a member of it who represents the firm, and stays one until the commit,
 * so that who revokes an accreditation or ends a standing finds the meeting.
 *
 * @throws DomainError `request.invalid` when one is not
 */
export async function lockMembers(
  transaction: Transaction,
  { teamId, side, delegateIds }: Omit<Sent, 'editionId' | 'meetingId'>,
): Promise<MeetingPerson[]> {
  const rows = await transaction.query<Omit<MeetingPerson, 'side'>>(
    `select d.id as "delegateId", d.person_id as "personId", p.display_name as name, d.country, ${availableOfDelegate} as available
     from team_member tm join team t on t.id = tm.team_id
     join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
     join delegate d on d.id = tm.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
     where tm.team_id = $1 and d.id = any($2::uuid[]) order by d.id for share of d, r`,
    [teamId, delegateIds],
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

/** Makes these the people of one side, instead of those who came before. */
export async function savePeople(
  transaction: Transaction,
  { editionId, meetingId, side, delegateIds }: Omit<Sent, 'teamId'>,
): Promise<void> {
  await transaction.query(
    `with gone as (delete from meeting_participant where meeting_id = $2 and side = $3 and delegate_id <> all ($4::uuid[]))
     insert into meeting_participant (edition_id, meeting_id, delegate_id, side) select $1, $2, d, $3 from unnest($4::uuid[]) d
     on conflict on constraint meeting_participant_pk do nothing`,
    [editionId, meetingId, side, delegateIds],
  );
}

/** Sends these people of a team, as {@link lockMembers} and {@link savePeople} say. */
export async function sendPeople(transaction: Transaction, sent: Sent): Promise<MeetingPerson[]> {
  const people = await lockMembers(transaction, sent);
  await savePeople(transaction, sent);
  return people;
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
