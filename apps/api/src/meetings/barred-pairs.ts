import { Injectable } from '@nestjs/common';
import { mayMeet, type MeetingPartyFacts, type MeetingRule } from '@forum/domain/matchmaking/who-may-meet';
import { type Transaction } from '../database/database.ts';

interface Row {
  barred: boolean;
  rules: MeetingRule[] | null;
  parties: { firmId: string; country: string | null; establishedIn: string[] | null }[];
}

/** A firm as the rules of meeting look at it; what the host has on record counts beside what the firm says. */
export function partyOf(
  firmId: string,
  country: string | null,
  establishedIn: readonly string[] | null,
): MeetingPartyFacts {
  const countries = new Set([...(country ? [country] : []), ...(establishedIn ?? [])]);
  return { firmId, category: 'industry', countries: [...countries] };
}

/** Which firms must not meet. Asking costs the same whatever the answer is, and nobody is told why. */
@Injectable()
export class BarredPairs {
  /** Whether two firms may meet, by the no-meet list and the rules of the edition. */
  async mayMeet(transaction: Transaction, editionId: string, a: string, b: string): Promise<boolean> {
    const [row] = await transaction.query<Row>(
      `select exists (select from no_meet where edition_id = $1 and firm_id in ($2, $3) and other_firm_id in ($2, $3)) as barred,
         (select rules from match_setting where edition_id = $1) as rules,
         (select coalesce(json_agg(json_build_object('firmId', f.id, 'country', f.country,
                   'establishedIn', nullif(p.content -> 'establishedIn', 'null'))), '[]')
          from firm f left join firm_profile p on p.edition_id = $1 and p.firm_id = f.id and p.confirmed
          where f.id in ($2, $3)) as parties`,
      [editionId, a, b],
    );
    const [one, other] = [a, b].map((firmId) => {
      const party = row?.parties.find((known) => known.firmId === firmId);
      return partyOf(firmId, party?.country ?? null, party?.establishedIn ?? null);
    });
    const rules = row?.rules ?? [];
    return !row?.barred && one && other ? mayMeet(one, other, { rules, noMeets: [] }).ok : false;
  }
}
