import type { Matter } from '@forum/contract/outcomes/ledger';
import { type LedgerEvent, outcomesOf, outcomeStages } from '@forum/domain/outcomes/ledger';
import type { MatterRow } from './ledger.repository.ts';

/** The matters of two firms as one of them sees them, each with its steps in the order in which they were proposed. */
export function mattersOf(
  matters: readonly MatterRow[],
  log: readonly LedgerEvent[],
  ownFirm: string,
): Matter[] {
  const outcomes = outcomesOf(log);
  const at = (outcomeId: string, proposed: boolean) =>
    log.find((event) => event.outcomeId === outcomeId && (event.kind === 'proposed') === proposed)?.at ??
    null;
  return matters.map(({ id, title, edition }) => {
    const own = outcomes.filter(({ matter }) => matter === id);
    const ranks = own
      .filter(({ state }) => state === 'confirmed')
      .map(({ stage }) => outcomeStages.indexOf(stage));
    const furthest = Math.max(-1, ...ranks);
    const waits = own.some(({ state }) => state === 'proposed');
    return {
      id,
      title,
      edition,
      steps: own.map((outcome) => ({
        id: outcome.outcomeId,
        stage: outcome.stage,
        state: outcome.state,
        by: outcome.by === ownFirm ? 'us' : 'them',
        until: outcome.until?.slice(0, 10) ?? null,
        confidential: outcome.confidential,
        proposedAt: at(outcome.outcomeId, true) ?? '',
        answeredAt: at(outcome.outcomeId, false),
      })),
      reached: outcomeStages[furthest] ?? null,
      next: waits ? [] : outcomeStages.slice(furthest + 1),
    };
  });
}
