import { compareInstants } from '../time/instant.ts';
import { outcomesOf, outcomeStages, type LedgerEvent, type Outcome, type OutcomeStage } from './ledger.ts';

/** What became of an edition's meetings. */
export interface LedgerFigures {
  readonly edition: string;
  readonly asOf: string;
  /** Confirmed outcomes by stage, confidential ones included; null where the number would give a few away. */
  readonly stages: readonly { readonly stage: OutcomeStage; readonly total: number | null }[];
  /** All stages together; null as soon as one of them is, so that none follows by subtraction. */
  readonly total: number | null;
  /** Those that are not confidential, by name. */
  readonly named: readonly Outcome[];
}

/** The least number of confidential outcomes that a total may hold, when it holds any. */
export const smallestCell = 5;

/**
 * What became of an edition's meetings by an instant, from the log alone, so that anybody with the log gets the same
 * figures for the same instant. Confidential outcomes count in totals only, and a total that holds some, but fewer than
 * `smallest`, is withheld: beside the named ones it would tell how many there are (primary and complementary
 * suppression; Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).
 */
export function ledgerFigures(
  log: readonly LedgerEvent[],
  edition: string,
  { asOf, smallest = smallestCell }: { readonly asOf: string; readonly smallest?: number },
): LedgerFigures {
  const confirmed = outcomesOf(log.filter(({ at }) => compareInstants(at, asOf) <= 0)).filter(
    (outcome) => outcome.edition === edition && outcome.state === 'confirmed',
  );
  const stages = outcomeStages.map((stage) => {
    const of = confirmed.filter((outcome) => outcome.stage === stage);
    const hidden = of.filter(({ confidential }) => confidential).length;
    return { stage, total: hidden > 0 && hidden < smallest ? null : of.length };
  });
  return {
    edition,
    asOf,
    stages,
    total: stages.some(({ total }) => total === null) ? null : confirmed.length,
    named: confirmed.filter(({ confidential }) => !confidential),
  };
}
