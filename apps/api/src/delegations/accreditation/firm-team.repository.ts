import type { Transaction } from '../../database/database.ts';

/**
 * Makes a representative a member of their firm: of its first team, which is made with the firm's name where it has
 * none yet. Who is in a team of the firm stays there.
 *
 * It belongs to the confirmation itself and not to a later job: a representative without a team could neither be asked
 * for a meeting nor ask. Whoever calls it holds the firm: two at once would each make a first team. Teams group delegates, so their tables lie below the firms.
 */
export async function joinFirm(
  transaction: Transaction,
  editionId: string,
  delegateId: string,
  firmId: string,
): Promise<void> {
  await transaction.query(
    `insert into team (edition_id, firm_id, name)
     select $1, f.id, f.name from firm f where f.id = $2
       and not exists (select from team t where t.edition_id = $1 and t.firm_id = $2 and t.removed_at is null)`,
    [editionId, firmId],
  );
  await transaction.query(
    `insert into team_member (edition_id, team_id, delegate_id)
     select $1, t.id, $3 from team t
     where t.edition_id = $1 and t.firm_id = $2 and t.removed_at is null
       and not exists (select from team_member m join team own on own.id = m.team_id
         where m.delegate_id = $3 and own.firm_id = $2 and own.edition_id = $1 and own.removed_at is null)
     order by t.position, t.id limit 1`,
    [editionId, firmId, delegateId],
  );
}
