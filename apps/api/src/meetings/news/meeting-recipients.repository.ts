import type { Transaction } from '../../database/database.ts';
import type { JobData } from '../../jobs/jobs.ts';

/** Somebody whom news of a meeting may concern. */
export interface MeetingRecipient {
  personId: string;
  name: string;
  mail: string;
  language: string;
  zone: string | null;
  side: 'from' | 'to';
  takesPart: boolean;
}

/** What of a meeting and its edition its mails need besides what everybody reads of it. */
export interface StoredMeeting {
  editionId: string;
  title: string;
  venue: string;
  address: string;
  zone: string;
  sequence: number;
  entrySequence: number;
  createdAt: string;
  changedAt: string;
}

/** Nobody changes the meeting until its mails are written. */
export async function factsOf(transaction: Transaction, meetingId: string): Promise<StoredMeeting | null> {
  const [row] = await transaction.query<StoredMeeting>(
    `select e.id as "editionId", e.title, e.venue, e.address, e.zone, m.sequence, m.entry_sequence as "entrySequence",
       utc(m.created_at) as "createdAt", utc(m.entry_changed_at) as "changedAt"
     from meeting m join edition e on e.id = m.edition_id where m.id = $1 for share of m`,
    [meetingId],
  );
  return row ?? null;
}

/** Those who take part, those who did, and the rest of both teams: people who left a team still come to its meetings. */
export function recipientsOf(
  transaction: Transaction,
  { meetingId, left, gone }: JobData['tell-of-meeting'],
): Promise<MeetingRecipient[]> {
  return transaction.query<MeetingRecipient>(
    `select distinct on (p.id) p.id as "personId", p.display_name as name, p.mail, p.language,
       coalesce(p.zone, p.device_zone) as zone, who.side, who.takes_part as "takesPart"
     from meeting m
     cross join lateral (
       select mp.delegate_id, mp.side, true as takes_part from meeting_participant mp where mp.meeting_id = m.id
       union all
       select d.id, gone.side, false from unnest($2::uuid[], $3::text[]) as gone (person_id, side)
         join delegate d on d.edition_id = m.edition_id and d.person_id = gone.person_id
       union all
       select tm.delegate_id, case tm.team_id when m.from_team_id then 'from' else 'to' end, false
         from team_member tm join team t on t.id = tm.team_id
         join representative r on r.delegate_id = tm.delegate_id and r.firm_id = t.firm_id
         where tm.team_id in (m.from_team_id, m.to_team_id)) who
     join delegate d on d.id = who.delegate_id
     join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
     where m.id = $1 and (exists (select from representative r where r.delegate_id = d.id) or p.id = any($2::uuid[]) or (who.takes_part and (m.state = 'cancelled' or $4)))
     order by p.id, who.takes_part desc`,
    [meetingId, left.map(({ personId }) => personId), left.map(({ side }) => side), gone !== undefined],
  );
}
