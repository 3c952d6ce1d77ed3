import { DomainError } from '../errors.ts';
import { isBefore } from '../time/instant.ts';

/** How much a party wishes to meet another. */
export const wishGrades = ['must', 'would-like', 'no'] as const;

/** A grade of a wish. */
export type WishGrade = (typeof wishGrades)[number];

/** A party's wish about another. */
export interface Wish {
  readonly from: string;
  readonly to: string;
  readonly grade: WishGrade;
}

/** What an edition asks of wishes. */
export interface WishTerms {
  /** Instant from which no wish changes any more. */
  readonly deadline: string;
  /** How many musts a party has. */
  readonly musts: number;
  /** How many wishes a party is asked for, those that say no included. */
  readonly asked: number;
}

/**
 * A party's wishes with one more, or with a new grade for one. A wish about a party that one may not meet is kept like
 * any other and never leads anywhere, so that nobody learns about a block by wishing.
 *
 * @param wishes all wishes of this party
 * @throws DomainError `wish.self`, `wish.closed` after the deadline, `wish.too_many_musts`
 */
export function gradeWish(wishes: readonly Wish[], wish: Wish, terms: WishTerms, now: string): Wish[] {
  if (wish.from === wish.to) {
    throw new DomainError(
      'wish.self',
      { party: wish.from },
      'A party cannot wish to meet itself; choose another.',
    );
  }
  requireOpen(terms, now);
  const others = wishes.filter(({ to }) => to !== wish.to);
  const musts = others.filter(({ grade }) => grade === 'must').length;
  if (wish.grade === 'must' && musts >= terms.musts) {
    throw new DomainError(
      'wish.too_many_musts',
      { musts, limit: terms.musts },
      `All ${terms.musts} musts are given; make one of them a would-like first.`,
    );
  }
  return [...others, wish];
}

/**
 * A party's wishes without the one about another.
 *
 * @throws DomainError `wish.closed` after the deadline
 */
export function withdrawWish(wishes: readonly Wish[], to: string, terms: WishTerms, now: string): Wish[] {
  requireOpen(terms, now);
  return wishes.filter((wish) => wish.to !== to);
}

/** What a party's wishes still lack. */
export interface MissingWishes {
  /** How many wishes are still asked for; 0 when there are enough. */
  readonly missing: number;
  readonly mustsLeft: number;
  /** Suggested parties that have no grade yet, best first. */
  readonly ungraded: readonly string[];
  readonly open: boolean;
}

/**
 * What a party's wishes still lack.
 *
 * @param suggested whom the matching suggests, best first
 */
export function missingWishes(
  wishes: readonly Wish[],
  suggested: readonly string[],
  terms: WishTerms,
  now: string,
): MissingWishes {
  const graded = new Set(wishes.map(({ to }) => to));
  const musts = wishes.filter(({ grade }) => grade === 'must').length;
  return {
    missing: Math.max(0, terms.asked - wishes.length),
    mustsLeft: Math.max(0, terms.musts - musts),
    ungraded: suggested.filter((firmId) => !graded.has(firmId)),
    open: isBefore(now, terms.deadline),
  };
}

function requireOpen({ deadline }: WishTerms, now: string): void {
  if (isBefore(now, deadline)) return;
  throw new DomainError(
    'wish.closed',
    { deadline, now },
    `Wishes closed at ${deadline}; ask for a meeting in the hall instead.`,
  );
}
