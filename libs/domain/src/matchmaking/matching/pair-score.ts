import type { FirmProfile } from '../profile.ts';
import { lineOf, type Taxonomy } from '../taxonomy/taxonomy.ts';
import { linePoints, lineParts, share, sumOf, type LinePoints } from './line-points.ts';
import { pastGain, type PastGain, type PastPair } from './past.ts';
import type { FirmGroup, MatchSettings, PolicyGoal } from './settings.ts';

/** What a term is for. */
export type TermKind =
  keyof LinePoints | 'further' | 'sale' | 'interest' | 'goal' | PastGain['kind'] | 'noShow' | 'balance';

/** A need of one firm and the offer of the other that meets it best. */
export interface MatchedLine {
  readonly needOf: string;
  /** Index of the need in its firm's profile, and of the offer in the other's. */
  readonly need: number;
  readonly offer: number;
}

/** One reason of a score, in whole points; negative where it takes off. */
export interface Term {
  readonly kind: TermKind;
  /** Whose gain it is; null for the balance between both. */
  readonly firmId: string | null;
  readonly points: number;
  readonly line: MatchedLine | null;
  /** The country of an interest, the id of a goal, or the step under way. */
  readonly about: string | null;
}

/** Why two firms should meet. The points of the terms sum to the score, exactly. */
export interface Explanation {
  readonly score: number;
  readonly terms: readonly Term[];
}

/** What a score depends on beside the two profiles. */
export interface ScoreContext {
  readonly settings: MatchSettings;
  readonly taxonomy: Taxonomy;
  readonly closeness: (need: string, offer: string) => number;
  readonly past: PastPair | null;
}

/**
 * Whether two firms should meet, and why; null when neither offers what the other needs, so two sellers of the same
 * thing have nothing to explain. The score is the same in both orders.
 *
 * Each firm gains from its needs met, from its offers sought, from meeting a country it is interested in, from the
 * edition's goals and from the past. Where several needs are met, `further` takes off what the later ones count less. The score is twice the harmonic mean of both gains, rounded down: where `u` and
 * `v` are equal it is `u + v`, and the further apart they are, the more the term `balance` takes off, which is
 * `⌈(u − v)² / (u + v)⌉`. The harmonic mean is the usual fusion of reciprocal recommenders (Palomares et al.,
 * Information Fusion 69, 2021). For gains of 240 and 200: 440 − ⌈1600 / 440⌉ = 436.
 */
export function explainPair(a: FirmProfile, b: FirmProfile, context: ScoreContext): Explanation | null {
  const lines = [...linesBetween(a, b, context), ...linesBetween(b, a, context)];
  if (lines.length === 0) return null;
  const counted = [a, b].flatMap((firm) => best(lines, firm.firmId, context.settings.lineShares));
  const terms = [
    ...counted.flatMap((line) => termsOfLine(line, [a, b], context.settings.saleShare)),
    ...interestTerms(a, b, context.settings),
    ...interestTerms(b, a, context.settings),
    ...goalTerms(a, b, lines, context),
    ...pastTerms(a, b, context),
  ].filter(({ points }) => points !== 0);
  const gain = (firm: FirmProfile) =>
    terms.reduce((sum, term) => (term.firmId === firm.firmId ? sum + term.points : sum), 0);
  const [u, v] = [gain(a), gain(b)];
  const score = fused(u, v);
  const balance = term('balance', null, score - u - v);
  return { score, terms: balance.points === 0 ? terms : [...terms, balance] };
}

/** Twice the harmonic mean of two gains, rounded down; nothing when one side gains nothing. */
export function fused(u: number, v: number): number {
  return u > 0 && v > 0 ? Math.floor((4 * u * v) / (u + v)) : 0;
}

interface Line extends MatchedLine {
  readonly points: LinePoints;
  readonly sum: number;
}

/** For each need of one firm the best offer of the other, the first of equals; in the order of the needs. */
function linesBetween(seeker: FirmProfile, seller: FirmProfile, context: ScoreContext): Line[] {
  return seeker.needs.flatMap((need, needIndex) => {
    let found: Line | null = null;
    for (const [offerIndex, offer] of seller.offers.entries()) {
      const near = context.closeness(need.capability, offer.capability);
      const points = linePoints(need, offer, near, context.settings.weights);
      const sum = points ? sumOf(points) : 0;
      if (!points || sum <= (found?.sum ?? 0)) continue;
      found = { needOf: seeker.firmId, need: needIndex, offer: offerIndex, points, sum };
    }
    return found ? [found] : [];
  });
}

/** The best lines of a firm's needs, each with the points that are left of it. */
const best = (lines: readonly Line[], needOf: string, shares: readonly number[]) =>
  lines
    .filter((line) => line.needOf === needOf)
    .sort((a, b) => b.sum - a.sum)
    .slice(0, shares.length)
    .map((line, place) => ({ ...line, left: share(line.sum, shares[place] ?? 0) }));

function termsOfLine(
  line: Line & { readonly left: number },
  [a, b]: readonly [FirmProfile, FirmProfile],
  saleShare: number,
): Term[] {
  const { needOf, need, offer, sum, left } = line;
  const place: MatchedLine = { needOf, need, offer };
  const seller = a.firmId === needOf ? b.firmId : a.firmId;
  return [
    ...lineParts.map((part) => ({ ...term(part, needOf, line.points[part]), line: place })),
    { ...term('further', needOf, left - sum), line: place },
    { ...term('sale', seller, share(left, saleShare)), line: place },
  ];
}

function interestTerms(of: FirmProfile, other: FirmProfile, { weights }: MatchSettings): Term[] {
  const country = other.establishedIn?.find((one) => of.interests?.includes(one));
  return country === undefined ? [] : [{ ...term('interest', of.firmId, weights.interest), about: country }];
}

function goalTerms(a: FirmProfile, b: FirmProfile, lines: readonly Line[], context: ScoreContext): Term[] {
  const needs = lines.map(({ needOf, need }) => (needOf === a.firmId ? a : b).needs[need]);
  return context.settings.goals
    .filter((goal) => goalJoins(goal, a, b))
    .filter((goal) => needs.some((need) => need && goalWants(goal, need, context.taxonomy)))
    .flatMap((goal) => [a, b].map((firm) => ({ ...term('goal', firm.firmId, goal.points), about: goal.id })));
}

/** Whether a goal is about what a need asks for. */
export function goalWants(
  { capabilities, modes }: PolicyGoal,
  need: FirmProfile['needs'][number],
  taxonomy: Taxonomy,
): boolean {
  const about = (goal: readonly string[]) =>
    lineOf(taxonomy, need.capability).some((code) => goal.includes(code));
  return (capabilities === null || about(capabilities)) && (modes === null || modes.includes(need.mode));
}

/** Whether a firm is of a group of a goal. A firm whose size or country is not said is of no group that asks for it. */
export function isOfGroup({ sizes, countries }: FirmGroup, firm: FirmProfile): boolean {
  return (
    (sizes === null || (firm.size !== null && sizes.includes(firm.size))) &&
    (countries === null || (firm.establishedIn ?? []).some((country) => countries.includes(country)))
  );
}

const goalJoins = ({ between }: PolicyGoal, a: FirmProfile, b: FirmProfile) =>
  between === null ||
  (isOfGroup(between[0], a) && isOfGroup(between[1], b)) ||
  (isOfGroup(between[0], b) && isOfGroup(between[1], a));

function pastTerms(a: FirmProfile, b: FirmProfile, { past, settings: { weights } }: ScoreContext): Term[] {
  if (!past) return [];
  const common = pastGain(past, weights);
  return [
    [a, b],
    [b, a],
  ].flatMap(([firm, other]) => {
    if (!firm || !other) return [];
    const known = common ? [{ ...term(common.kind, firm.firmId, common.points), about: common.about }] : [];
    const missed = past.absent.includes(other.firmId);
    return missed ? [...known, term('noShow', firm.firmId, -weights.noShow)] : known;
  });
}

const term = (kind: TermKind, firmId: string | null, points: number): Term => ({
  kind,
  firmId,
  points,
  line: null,
  about: null,
});
