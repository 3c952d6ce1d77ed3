import type { Capital } from '@forum/contract/editions/capitals';
import type { Edition } from '@forum/contract/editions/editions';
import type { RingYear } from '@forum/contract/editions/rotation';
import { proposeHosts, type RotationInput } from '@forum/domain/editions/rotation';

/** A host of a coming year that was chosen by hand. */
export interface HostChoice {
  year: number;
  capitalId: string;
  reason: string;
}

/** What the ring of hosts is drawn from. */
export interface RotationFacts {
  capitals: readonly Capital[];
  /** All of them, planned ones too: who proposes without some contradicts who proposes with them. */
  editions: readonly Edition[];
  current: Edition | null;
  choices: readonly HostChoice[];
  /** The year on the calendar, which counts before there is any edition. */
  thisYear: number;
}

const leastYearsAhead = 5;

/**
 * What the rule proposes from: editions before the coming years are history, those that are prepared for a coming year
 * hold it, and choices by hand hold the rest.
 */
export function rotationInput(facts: RotationFacts): RotationInput {
  const from = firstOpenYear(facts);
  const prepared = facts.editions.filter((edition) => edition.year >= from);
  const fixed = [
    ...prepared.map(({ year, capital }) => ({
      year,
      capitalId: capital.id,
      reason: facts.choices.find((choice) => choice.year === year)?.reason ?? '',
    })),
    ...facts.choices.filter(
      (choice) => choice.year >= from && !prepared.some((edition) => edition.year === choice.year),
    ),
  ];
  return {
    capitals: facts.capitals,
    past: facts.editions
      .filter((edition) => edition.year < from && edition.phase !== 'planned')
      .map(({ year, capital }) => ({ year, capitalId: capital.id })),
    from,
    count: Math.max(leastYearsAhead, ...fixed.map((host) => host.year - from + 1)),
    fixed,
  };
}

/** The ring: who hosted, who hosts, and who will, each coming year with its reasons. */
export function ringOf(facts: RotationFacts): RingYear[] {
  const input = rotationInput(facts);
  const history = facts.editions
    .filter((edition) => edition.year < input.from && edition.phase !== 'planned')
    .map((edition) => asHistory(edition, facts.current));
  const coming = proposeHosts(input).flatMap(({ year, capitalId, reasons }): RingYear[] => {
    const capital = facts.capitals.find((one) => one.id === capitalId);
    if (!capital) return [];
    const edition = facts.editions.find((one) => one.year === year);
    return [
      {
        year,
        capital,
        edition: edition?.slug ?? null,
        ...standingOf(year, edition, facts),
        reasons: said(reasons),
      },
    ];
  });
  return [...history, ...coming].sort((a, b) => a.year - b.year);
}

/**
 * The same ring for those who may not know of planned editions: such a year has a host that is yet to be announced, unless
 * it was set by hand before, which is public. What is proposed beside and after it gives no reasons: they would tell of
 * that host.
 */
export function publicRingOf(facts: RotationFacts): RingYear[] {
  const isPublicChoice = ({ year, capital }: Edition) =>
    facts.choices.some((choice) => choice.year === year && choice.capitalId === capital.id);
  const hidden = facts.editions
    .filter((edition) => edition.phase === 'planned' && !isPublicChoice(edition))
    .map((edition) => edition.year);
  const firstTelling = Math.min(...hidden) - 1;
  return ringOf(facts).map((one): RingYear => {
    if (hidden.includes(one.year)) {
      return { year: one.year, capital: null, standing: 'to-be-announced', edition: null, reasons: [] };
    }
    if (one.standing === 'fixed') return { ...one, edition: null };
    return one.standing === 'proposed' && one.year >= firstTelling ? { ...one, reasons: [] } : one;
  });
}

function firstOpenYear({ current, editions, thisYear }: RotationFacts): number {
  if (current) return current.year + 1;
  const known = editions.filter((edition) => edition.phase !== 'planned').map((edition) => edition.year);
  return known.length > 0 ? Math.max(...known) + 1 : thisYear;
}

const asHistory = (edition: Edition, current: Edition | null): RingYear => ({
  year: edition.year,
  capital: edition.capital,
  standing: edition.id === current?.id ? 'current' : 'held',
  edition: edition.slug,
  reasons: [],
});

function standingOf(
  year: number,
  edition: Edition | undefined,
  { choices }: RotationFacts,
): Pick<RingYear, 'standing'> {
  if (edition && edition.phase !== 'planned') return { standing: 'announced' };
  return { standing: edition || choices.some((choice) => choice.year === year) ? 'fixed' : 'proposed' };
}

/** An edition that is prepared without a choice by hand holds its year and needs no words for it. */
const said = (reasons: readonly { code: string }[]): RingYear['reasons'] =>
  reasons.filter((one) => !('reason' in one) || one.reason !== '').map((one) => ({ ...one }));
