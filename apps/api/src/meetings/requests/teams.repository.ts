import { DomainError } from '@forum/domain/errors';
import type { Transaction } from '../../database/database.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import type { keepsThem, TeamRow } from './parties.ts';

/** The two teams of a request, of which the first is one that the viewer may speak for. */
export async function findTeams(
  transaction: Transaction,
  viewer: Admitted,
  { fromTeamId, toTeamId }: { fromTeamId: string; toTeamId: string },
  lock: '' | typeof keepsThem = '',
): Promise<{ from: TeamRow; to: TeamRow }> {
  const rows = await transaction.query<TeamRow>(
    `select t.id, t.firm_id as "firmId"
     from team t join firm_in_edition f on f.edition_id = t.edition_id and f.firm_id = t.firm_id
     where t.edition_id = $1 and t.id = any($2::uuid[]) and t.removed_at is null and f.removed_at is null
     order by t.id ${lock}`,
    [editionOf(viewer).id, [fromTeamId, toTeamId]],
  );
  const from = rows.find((row) => row.id === fromTeamId && row.firmId === viewer.standing.firmId);
  const to = rows.find((row) => row.id === toTeamId);
  if (!from) throw new DomainError('not_found', { team: fromTeamId }, 'Your firm has no such team.');
  if (!to) throw new DomainError('not_found', { team: toTeamId }, 'There is no such team in this edition.');
  return { from, to };
}
