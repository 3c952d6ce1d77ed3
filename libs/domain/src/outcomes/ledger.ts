import { DomainError } from '../errors.ts';
import { isBefore } from '../time/instant.ts';

/** What can come of a meeting, each further than the one before. */
export const outcomeStages = ['interest', 'nda', 'mou', 'pilot', 'contract'] as const;

/** How far two firms have come. A pilot has an end. */
export type OutcomeStage = (typeof outcomeStages)[number];

/** The steps before the contract, each further than the one before. */
export const openStages = ['interest', 'nda', 'mou', 'pilot'] as const satisfies readonly OutcomeStage[];

/** A step before the contract. */
export type OpenStage = (typeof openStages)[number];

/** What a firm says has been reached, for the other to confirm. */
export interface OutcomeProposal {
  readonly outcomeId: string;
  /** What it is about, over all its stages and editions; it began with a meeting of `edition`. */
  readonly matter: string;
  readonly edition: string;
  readonly firms: readonly [string, string];
  readonly stage: OutcomeStage;
  readonly by: string;
  /** End of a pilot; null for every other stage. */
  readonly until: string | null;
  /** Counts in totals only. */
  readonly confidential: boolean;
}

/** One entry of the ledger's log, which is only ever added to. */
export type LedgerEvent =
  | ({ readonly kind: 'proposed'; readonly at: string } & OutcomeProposal)
  | {
      readonly kind: 'confirmed';
      readonly at: string;
      readonly outcomeId: string;
      readonly by: string;
      /** The confirming side may ask for discretion too. */
      readonly confidential: boolean;
    }
  | { readonly kind: 'declined'; readonly at: string; readonly outcomeId: string; readonly by: string };

/** An outcome as the log tells it. */
export interface Outcome extends OutcomeProposal {
  readonly state: 'proposed' | 'confirmed' | 'declined';
}

/** The outcomes of a log, in the order in which they were proposed. */
export function outcomesOf(log: readonly LedgerEvent[]): Outcome[] {
  const outcomes = new Map<string, Outcome>();
  for (const event of log) {
    if (event.kind === 'proposed') {
      const { kind: _kind, at: _at, ...proposal } = event;
      outcomes.set(event.outcomeId, { ...proposal, state: 'proposed' });
      continue;
    }
    const outcome = outcomes.get(event.outcomeId);
    if (!outcome) continue;
    const confidential = outcome.confidential || (event.kind === 'confirmed' && event.confidential);
    outcomes.set(event.outcomeId, { ...outcome, state: event.kind, confidential });
  }
  return [...outcomes.values()];
}

/**
 * The entry by which a firm says that a stage has been reached. Stages may be skipped, never taken twice or back.
 *
 * @throws DomainError `outcome.transition` when the firm is not one of the two, the matter is of two other firms, a
 *   proposal of the matter is still open, the stage is not beyond the confirmed one, or a pilot has no end to come
 */
export function proposeOutcome(
  log: readonly LedgerEvent[],
  proposal: OutcomeProposal,
  now: string,
): LedgerEvent {
  const { matter, firms, stage, by, until, edition } = proposal;
  const earlier = outcomesOf(log).filter((outcome) => outcome.matter === matter);
  const reached = earlier.filter(({ state }) => state === 'confirmed').map((outcome) => rank(outcome.stage));
  const first = earlier[0];
  refuseWhen(
    !firms.includes(by) || firms[0] === firms[1],
    proposal,
    `${by} is not one of two firms; one of them proposes.`,
  );
  refuseWhen(
    first !== undefined && (first.edition !== edition || !first.firms.every((firm) => firms.includes(firm))),
    proposal,
    `${matter} is a matter of other firms or began in another edition; open a new matter.`,
  );
  refuseWhen(
    earlier.some(({ state }) => state === 'proposed'),
    proposal,
    `A proposal in ${matter} waits for an answer; answer it first.`,
  );
  refuseWhen(
    reached.some((one) => one >= rank(stage)),
    proposal,
    `${matter} is already past ${stage}; propose a later stage.`,
  );
  const bounded = stage === 'pilot' ? until !== null && isBefore(now, until) : until === null;
  refuseWhen(!bounded, proposal, 'A pilot has an end that is still to come, and nothing else has one.');
  return { kind: 'proposed', at: now, ...proposal };
}

/**
 * The entry by which the other firm confirms a stage.
 *
 * @throws DomainError `outcome.own_confirmation` for the firm that proposed it; `outcome.transition` for a third firm, or
 *   when the outcome does not wait for an answer
 */
export function confirmOutcome(
  log: readonly LedgerEvent[],
  answer: { readonly outcomeId: string; readonly by: string; readonly confidential: boolean },
  now: string,
): LedgerEvent {
  requireOther(log, answer);
  return { kind: 'confirmed', at: now, ...answer };
}

/** The entry by which the other firm declines a stage. Throws as {@link confirmOutcome} does. */
export function declineOutcome(
  log: readonly LedgerEvent[],
  answer: { readonly outcomeId: string; readonly by: string },
  now: string,
): LedgerEvent {
  requireOther(log, answer);
  return { kind: 'declined', at: now, outcomeId: answer.outcomeId, by: answer.by };
}

/** How far two firms have come by now, over all their matters. */
export interface PairStanding {
  /** The furthest step of a matter that is still open: confirmed, without a contract; null when there is none. */
  readonly underWay: OpenStage | null;
  /** Whether a contract of theirs is signed. */
  readonly contract: boolean;
}

/**
 * How far two firms have come, by their own outcomes. Only what both have confirmed counts. A matter with a contract is
 * closed; a pilot counts until its end, and after it what was reached before.
 */
export function standingOf(outcomes: readonly Outcome[], now: string): PairStanding {
  const confirmed = outcomes.filter(({ state }) => state === 'confirmed');
  const closed = new Set(confirmed.filter(({ stage }) => stage === 'contract').map(({ matter }) => matter));
  const open = confirmed.filter(
    ({ matter, until }) => !closed.has(matter) && (until === null || isBefore(now, until)),
  );
  const furthest = Math.max(-1, ...open.map(({ stage }) => rank(stage)));
  return { underWay: openStages[furthest] ?? null, contract: closed.size > 0 };
}

/** The log without every outcome that either firm keeps confidential: what others than the two may reckon with. */
export function withoutConfidential(log: readonly LedgerEvent[]): LedgerEvent[] {
  const hidden = new Set(
    outcomesOf(log).flatMap(({ outcomeId, confidential }) => (confidential ? outcomeId : [])),
  );
  return log.filter(({ outcomeId }) => !hidden.has(outcomeId));
}

function requireOther(
  log: readonly LedgerEvent[],
  answer: { readonly outcomeId: string; readonly by: string },
): void {
  const { outcomeId, by } = answer;
  const outcome = outcomesOf(log).find((one) => one.outcomeId === outcomeId);
  if (outcome?.by === by) {
    throw new DomainError(
      'outcome.own_confirmation',
      { outcomeId, by },
      'The firm that proposed it cannot answer; the other one does.',
    );
  }
  refuseWhen(
    outcome?.state !== 'proposed' || !outcome.firms.includes(by),
    answer,
    `${outcomeId} does not wait for an answer of ${by}.`,
  );
}

const rank = (stage: OutcomeStage) => outcomeStages.indexOf(stage);

function refuseWhen(refused: boolean, about: object, message: string): void {
  if (refused) throw new DomainError('outcome.transition', { ...about }, message);
}
