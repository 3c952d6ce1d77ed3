import type { Urgency } from './urgency.ts';

/** Mails that wait in one line: by urgency, and codes for addresses of no person in a line of their own. */
export type MailLine = Urgency | 'new-address';

/** Workers that send mails, each over a connection of its own. */
export interface MailLane {
  /** The lines that they take mails from, the first that has one. */
  readonly takes: readonly MailLine[];
  /** How many a node has. */
  readonly workers: number;
}

/**
 * The workers of a node. A code that a known person waits for has workers that do nothing else, so that a mail server
 * that is slow with all others, or a flood of codes for invented addresses, holds none of them. Whoever else may take a
 * less urgent mail first looks for a more urgent one. Thirty connections are fewer than mail servers commonly allow.
 */
export const mailLanes: readonly MailLane[] = [
  { takes: ['code'], workers: 16 },
  { takes: ['code', 'new-address'], workers: 4 },
  { takes: ['soon'], workers: 6 },
  { takes: ['soon', 'bulk'], workers: 4 },
];

/**
 * How long a mail waits after an attempt that failed, in seconds. It doubles with each; a code is of use for minutes
 * only, and a server that answers "try later" mostly means a minute.
 *
 * @param attempt the number of the attempt that failed, from 1
 */
export function pauseAfter(urgency: Urgency, attempt: number): number {
  const [first, longest] = urgency === 'code' ? [15, 120] : [120, 1_800];
  return Math.min(longest, first * 2 ** Math.min(attempt - 1, 10));
}
