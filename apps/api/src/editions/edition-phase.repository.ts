import { type PhaseAction, type PhaseName, requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import type { SqlReader } from '../database/database.ts';

/** Refuses what the phase of an edition forbids; the phase then stays as it is until the transaction ends. */
export async function requireEditionPhase(
  reader: SqlReader,
  editionId: string,
  action: PhaseAction,
): Promise<void> {
  const [row] = await reader.query<{ phase: PhaseName }>(
    'select phase from edition where id = $1 for share',
    [editionId],
  );
  if (!row) throw new DomainError('not_found', { edition: editionId }, 'There is no such edition.');
  requirePhase(row.phase, action);
}
