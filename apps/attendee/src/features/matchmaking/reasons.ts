import type { MatchTerm } from '@forum/contract/matchmaking/suggestions';

/** Terms that belong together, as people would say them; the points of all reasons sum to the score. */
export interface Reason {
  key: string;
  kind:
    | 'we-need'
    | 'they-need'
    | 'interest'
    | 'goal'
    | 'underWay'
    | 'contract'
    | 'metBefore'
    | 'noShow'
    | 'balance';
  points: number;
  terms: readonly MatchTerm[];
}

/** The reasons of a score, the weightiest first, what takes off last. */
export function reasonsOf(terms: readonly MatchTerm[]): Reason[] {
  const groups = new Map<string, MatchTerm[]>();
  for (const term of terms) {
    const key = term.line
      ? `${term.line.needOf} ${term.line.place}`
      : `${term.kind} ${isOfOneSide(term) ? term.gain : ''} ${term.about}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return [...groups]
    .flatMap(([key, members]): Reason[] => {
      const [first] = members;
      if (!first) return [];
      const points = members.reduce((sum, term) => sum + term.points, 0);
      return [{ key, kind: kindOf(first), points, terms: members }];
    })
    .sort((a, b) => b.points - a.points);
}

/** The weightiest reasons, and what all others come to: together they sum to the score. */
export interface ReasonsInShort {
  shown: readonly Reason[];
  /** Null when nothing is left. */
  rest: { count: number; points: number } | null;
}

/** A score in a few lines that still sum to it; a single further reason is said rather than counted. */
export function inShort(reasons: readonly Reason[], most: number): ReasonsInShort {
  if (reasons.length <= most + 1) return { shown: reasons, rest: null };
  const others = reasons.slice(most);
  const points = others.reduce((sum, reason) => sum + reason.points, 0);
  return { shown: reasons.slice(0, most), rest: { count: others.length, points } };
}

/** Points as they are written, with a true minus. */
export const signed = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);

/** Interests are of one side, and so is having waited in vain; the other reasons are common to both. */
const isOfOneSide = ({ kind }: MatchTerm) => kind === 'interest' || kind === 'noShow';

function kindOf({ kind, line }: MatchTerm): Reason['kind'] {
  if (line) return line.needOf === 'ours' ? 'we-need' : 'they-need';
  switch (kind) {
    case 'goal':
    case 'underWay':
    case 'contract':
    case 'metBefore':
    case 'noShow':
    case 'balance':
      return kind;
    default:
      return 'interest';
  }
}
