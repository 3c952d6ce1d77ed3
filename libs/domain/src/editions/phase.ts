import { DomainError } from '../errors.ts';

/** The phases of an edition, in order. */
export const phaseNames = ['planned', 'announced', 'registration', 'live', 'closed', 'archived'] as const;

/** The phase of an edition. */
export type PhaseName = (typeof phaseNames)[number];

/** What a phase may forbid. */
export type PhaseAction =
  | 'register'
  | 'accredit'
  | 'request-meeting'
  | 'answer-meeting'
  | 'edit-programme'
  | 'import-programme'
  | 'edit-edition';

/** Why a phase forbids something: its time has not come yet, or is over. */
export type PhaseReason = 'not-yet' | 'over';

/** First and last phase in which each action is possible. Registration goes on at the door, so it is open while live. */
const possible: Record<PhaseAction, readonly [first: PhaseName, last: PhaseName]> = {
  register: ['registration', 'live'],
  accredit: ['registration', 'live'],
  'request-meeting': ['registration', 'live'],
  'answer-meeting': ['registration', 'live'],
  'edit-programme': ['planned', 'live'],
  'import-programme': ['planned', 'live'],
  'edit-edition': ['planned', 'closed'],
};

/**
 * Whether an edition may go from one phase to another: one step forward, or one step back to mend a mistake. An
 * archived edition stays archived.
 */
export function canMoveTo(from: PhaseName, to: PhaseName): boolean {
  return from !== 'archived' && Math.abs(phaseNames.indexOf(to) - phaseNames.indexOf(from)) === 1;
}

/** Whether the public, and everybody who takes part, may know of an edition in this phase. */
export const isShown = (phase: PhaseName): boolean => phase !== 'planned';

/** Whether an action is possible in a phase; if not, whether it is too early or too late. */
export function phaseAllows(
  phase: PhaseName,
  action: PhaseAction,
): { readonly ok: true } | { readonly ok: false; readonly reason: PhaseReason } {
  const [first, last] = possible[action];
  const now = phaseNames.indexOf(phase);
  if (now < phaseNames.indexOf(first)) return { ok: false, reason: 'not-yet' };
  if (now > phaseNames.indexOf(last)) return { ok: false, reason: 'over' };
  return { ok: true };
}

/**
 * Refuses an action that the phase of an edition forbids.
 *
 * @throws DomainError `phase.forbids` with phase, action and reason
 */
export function requirePhase(phase: PhaseName, action: PhaseAction): void {
  const answer = phaseAllows(phase, action);
  if (answer.ok) return;
  const [first, last] = possible[action];
  throw new DomainError(
    'phase.forbids',
    { phase, action, reason: answer.reason },
    `The edition is ${phase}; "${action}" is possible from ${first} to ${last}. Ask the organisers to change the phase.`,
  );
}

/**
 * The phase that an edition moves to.
 *
 * @throws DomainError `phase.forbids` unless {@link canMoveTo} allows the step
 */
export function moveTo(from: PhaseName, to: PhaseName): PhaseName {
  if (canMoveTo(from, to)) return to;
  const steps = phaseNames.filter((name) => canMoveTo(from, name));
  throw new DomainError(
    'phase.forbids',
    { phase: from, to, steps },
    steps.length === 0
      ? `The edition is ${from} and stays so.`
      : `An edition that is ${from} cannot become ${to}; the possible steps are: ${steps.join(', ')}.`,
  );
}
