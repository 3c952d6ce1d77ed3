import { Injectable } from '@nestjs/common';
import { mayMeet, type MeetingRule, type MeetingVerdict } from '@forum/domain/matchmaking/who-may-meet';
import type { SqlReader } from '../../database/database.ts';
import { type FirmOnRecord, partyOf } from './meeting-party.ts';

interface Row {
  /** Why each of those who have named the pair did so, the host first. */
  reasons: string[];
  rules: MeetingRule[] | null;
  parties: (FirmOnRecord & { firmId: string })[];
}

/** The categories of those who may meet for the firm `f` in the edition `$1`, as SQL. */
export const categoriesOfFirm = `array(select distinct d.category
  from representative r join delegate d on d.id = r.delegate_id
  where r.edition_id = $1 and r.firm_id = f.id order by d.category)`;

const nothing: FirmOnRecord = { country: null, establishedIn: null, categories: [] };

/** Which firms must not meet. Asking costs the same whatever the answer is, and only the host is told why. */
@Injectable()
export class BarredPairs {
  async mayMeet(reader: SqlReader, editionId: string, a: string, b: string): Promise<boolean> {
    return (await this.verdict(reader, editionId, a, b)).ok;
  }

  /** Whether two firms may meet, by the no-meet list and the rules of the edition, with the reason for the host alone. */
  async verdict(reader: SqlReader, editionId: string, a: string, b: string): Promise<MeetingVerdict> {
    const [row] = await reader.query<Row>(
      `select array(select reason from no_meet where edition_id = $1 and firm_id in ($2, $3) and other_firm_id in ($2, $3)
                  order by by_host desc, firm_id) as reasons,
         (select rules from match_setting where edition_id = $1) as rules,
         (select coalesce(json_agg(json_build_object('firmId', f.id, 'country', f.country, 'categories', ${categoriesOfFirm},
                   'establishedIn', nullif(p.content -> 'establishedIn', 'null'))), '[]')
          from firm f left join firm_profile p on p.edition_id = $1 and p.firm_id = f.id and p.confirmed
          where f.id in ($2, $3)) as parties`,
      [editionId, a, b],
    );
    const party = (firmId: string) => {
      const known = row?.parties.find((listed) => listed.firmId === firmId);
      return partyOf(firmId, known ?? nothing);
    };
    const noMeets = (row?.reasons ?? []).map((reason) => ({ firms: [a, b] as const, reason }));
    return mayMeet(party(a), party(b), { rules: row?.rules ?? [], noMeets });
  }
}
