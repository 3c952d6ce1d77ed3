import type { Transaction } from '../../database/database.ts';

/** An open request between two firms. */
export interface OpenRequest {
  id: string;
  firmIds: [string, string];
}

/** The open requests between firms of these pairs, in either direction and of any of their teams. */
export function openRequestsOf(
  transaction: Transaction,
  editionId: string,
  pairs: readonly (readonly [string, string])[],
): Promise<OpenRequest[]> {
  return transaction.query<OpenRequest>(
    `select m.id, json_build_array(f.firm_id, t.firm_id) as "firmIds"
     from meeting m join team f on f.id = m.from_team_id join team t on t.id = m.to_team_id
     where m.edition_id = $1 and m.state = 'requested'
       and (least(f.firm_id, t.firm_id), greatest(f.firm_id, t.firm_id)) in (
         select least(p.a, p.b), greatest(p.a, p.b) from unnest($2::uuid[], $3::uuid[]) as p (a, b))
     order by m.id limit 20000`,
    [editionId, pairs.map(([a]) => a), pairs.map(([, b]) => b)],
  );
}
