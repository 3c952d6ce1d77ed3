/** Why no plan can hold every mandatory meeting. */
export type ContradictionCode =
  | 'own-company'
  | 'again'
  | 'no-team'
  | 'no-interpreter'
  | 'no-table'
  | 'order-cycle'
  | 'no-slot'
  | 'agenda-short'
  | 'tables-short'
  | 'fairness'
  | 'odd-ring'
  | 'exhausted';

/** Meetings that cannot all be held together, by index, and a sentence for the organiser. */
export interface Contradiction {
  readonly code: ContradictionCode;
  readonly meetings: readonly number[];
  readonly sentence: string;
}

/** Some names in a sentence; a long list is cut. */
export function listed(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
