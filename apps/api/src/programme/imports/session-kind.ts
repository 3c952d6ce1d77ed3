import type { SessionKind } from '@forum/domain/programme/session';

/** Words by which schedules name a kind, the first that fits; frab leaves them to each conference. */
const words: readonly (readonly [SessionKind, RegExp])[] = [
  ['plenary', /plenary|keynote|ceremony|opening|closing|main\s?track/],
  ['roundtable', /round\s?table|workshop|meetup|bof|birds of a feather/],
  ['panel', /panel|discussion|debate|podium/],
  ['pitch', /pitch|lightning/],
  ['demonstration', /demo/],
];

/** The kind of session that a schedule's own word means. */
export function sessionKindOf(told: string | null): SessionKind {
  const word = (told ?? '').toLowerCase();
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? 'other';
}
