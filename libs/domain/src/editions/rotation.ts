import { DomainError } from '../errors.ts';
import { dueCapitals, type Hosting } from './rotation-rounds.ts';

/** Where a capital lies; the forum goes from one region to the other where it can. */
export const regions = ['europe', 'indo-pacific'] as const;

/** The region of a capital. */
export type Region = (typeof regions)[number];

/** A capital as the rotation sees it. */
export interface RotationCapital {
  readonly id: string;
  readonly name: string;
  readonly region: Region;
  /** Whether it offers to host in the coming years. */
  readonly willing: boolean;
}

/** A host set by hand, with the reason that is shown beside it. */
export interface FixedHost extends Hosting {
  readonly reason: string;
}

/** What the rotation is proposed from. */
export interface RotationInput {
  readonly capitals: readonly RotationCapital[];
  /** Every hosting before `from`. */
  readonly past: readonly Hosting[];
  /** The first year to propose a host for. */
  readonly from: number;
  /** For how many years. */
  readonly count: number;
  readonly fixed: readonly FixedHost[];
}

/**
 * Why a capital is proposed, coded so that screens can say it in any language. `among` says whom it has waited longer
 * than: all that could host the year, or those of its region, when the regions' turn put it before the others.
 */
export type HostReason =
  | {
      readonly code: 'longest-without-hosting';
      readonly lastYear: number;
      readonly years: number;
      readonly among: Region | 'all';
    }
  | { readonly code: 'never-hosted' }
  | { readonly code: 'alternates-region'; readonly from: Region; readonly to: Region }
  | { readonly code: 'cannot-alternate'; readonly region: Region }
  | { readonly code: 'not-twice-running'; readonly passedOverId: string }
  | { readonly code: 'fixed-by-hand'; readonly reason: string }
  | { readonly code: 'nobody-willing' };

/** The host proposed for a year, and why. `capitalId` is null when no capital may host it (reason `nobody-willing`). */
export interface HostProposal {
  readonly year: number;
  readonly capitalId: string | null;
  readonly reasons: readonly HostReason[];
}

/**
 * Proposes the hosts of the coming years from the capitals that are willing, and says why of each.
 *
 * 1. Nobody hosts twice running, neither after the year before nor before a year set by hand.
 * 2. Everybody hosts once before anybody hosts again: a round lasts until all willing capitals have hosted.
 * 3. Within a round, Europe and Indo-Pacific take turns where somebody of the other region is still due.
 * 4. Among those left, the one that has waited longest goes first; who has never hosted has waited longest of all; then
 *    the order of names decides.
 *
 * Years set by hand stand as they are. The same input always gives the same answer.
 *
 * @throws DomainError `rotation.twice_running` when years set by hand break the first rule; `request.invalid` when the
 *   input names unknown capitals, or years twice
 */
export function proposeHosts(input: RotationInput): HostProposal[] {
  requireConsistent(input);
  const proposals: HostProposal[] = [];
  let hosted = [...input.past];
  for (let year = input.from; year < input.from + input.count; year++) {
    const proposal = proposeHost(input, hosted, year);
    proposals.push(proposal);
    if (proposal.capitalId !== null) hosted = [...hosted, { year, capitalId: proposal.capitalId }];
  }
  return proposals;
}

/**
 * The input with one year set by hand; the other years are proposed anew around it.
 *
 * @throws DomainError as {@link proposeHosts}
 */
export function setHost(input: RotationInput, fixed: FixedHost): RotationInput {
  const others = input.fixed.filter((entry) => entry.year !== fixed.year);
  return withFixed(input, [...others, fixed]);
}

/**
 * The input with the hosts of two years swapped and both set by hand; the other years are proposed anew around them.
 *
 * @throws DomainError as {@link proposeHosts}; `request.invalid` when one of the years has no host to swap
 */
export function swapHosts(
  input: RotationInput,
  years: readonly [number, number],
  reason: string,
): RotationInput {
  const proposals = proposeHosts(input);
  const hostOf = (year: number) => {
    const capitalId = proposals.find((proposal) => proposal.year === year)?.capitalId;
    if (capitalId) return capitalId;
    throw invalid(
      { year },
      `No host is proposed for ${year}; swap years from ${input.from} on that have one.`,
    );
  };
  const [a, b] = years;
  const swapped = [
    { year: a, capitalId: hostOf(b), reason },
    { year: b, capitalId: hostOf(a), reason },
  ];
  const others = input.fixed.filter((entry) => entry.year !== a && entry.year !== b);
  return withFixed(input, [...others, ...swapped]);
}

function proposeHost(input: RotationInput, hosted: readonly Hosting[], year: number): HostProposal {
  const fixed = input.fixed.find((entry) => entry.year === year);
  if (fixed) {
    return { year, capitalId: fixed.capitalId, reasons: [{ code: 'fixed-by-hand', reason: fixed.reason }] };
  }
  const previous = hosted.find((entry) => entry.year === year - 1)?.capitalId;
  const neighbours = [previous, input.fixed.find((entry) => entry.year === year + 1)?.capitalId];
  const due = dueCapitals(input.capitals, hosted, neighbours);
  const lastRegion = input.capitals.find((capital) => capital.id === previous)?.region;
  const otherRegion = due.filter((capital) => capital.region !== lastRegion);
  const byWait = waitOrder(hosted);
  const [host] = (otherRegion.length > 0 ? otherRegion : due).sort(byWait);
  if (!host) return { year, capitalId: null, reasons: [{ code: 'nobody-willing' }] };

  const waitedLonger = input.capitals.filter((capital) => capital.willing && byWait(capital, host) < 0);
  const passedOver = waitedLonger.filter((capital) => neighbours.includes(capital.id));
  const among = waitedLonger.length > passedOver.length ? host.region : 'all';
  return {
    year,
    capitalId: host.id,
    reasons: [
      waitReason(lastHosting(hosted, host.id), year, among),
      ...regionReason(lastRegion, host.region),
      ...passedOver.map((capital) => ({ code: 'not-twice-running', passedOverId: capital.id }) as const),
    ],
  };
}

/** Who has waited longest first; names, then ids, decide between equals. */
function waitOrder(hosted: readonly Hosting[]) {
  return (a: RotationCapital, b: RotationCapital) =>
    compare(lastHosting(hosted, a.id), lastHosting(hosted, b.id)) ||
    compare(a.name, b.name) ||
    compare(a.id, b.id);
}

const lastHosting = (hosted: readonly Hosting[], capitalId: string) =>
  Math.max(-Infinity, ...hosted.filter((hosting) => hosting.capitalId === capitalId).map(({ year }) => year));

const waitReason = (lastYear: number, year: number, among: Region | 'all'): HostReason =>
  lastYear === -Infinity
    ? { code: 'never-hosted' }
    : { code: 'longest-without-hosting', lastYear, years: year - lastYear, among };

function regionReason(last: Region | undefined, region: Region): HostReason[] {
  if (last === undefined) return [];
  return [
    last === region
      ? { code: 'cannot-alternate', region }
      : { code: 'alternates-region', from: last, to: region },
  ];
}

function withFixed(input: RotationInput, fixed: readonly FixedHost[]): RotationInput {
  const changed = { ...input, fixed: [...fixed].sort((a, b) => a.year - b.year) };
  requireConsistent(changed);
  return changed;
}

function requireConsistent(input: RotationInput): void {
  const years = [...input.past, ...input.fixed].sort((a, b) => a.year - b.year);
  for (const [index, { year, capitalId }] of years.entries()) {
    if (!input.capitals.some((capital) => capital.id === capitalId)) {
      throw invalid(
        { year, capitalId },
        `The host of ${year}, ${capitalId}, is not among the capitals; add it first.`,
      );
    }
    if (years[index + 1]?.year === year) throw invalid({ year }, `${year} has two hosts; leave one.`);
  }
  const late = input.past.find((entry) => entry.year >= input.from);
  if (late)
    throw invalid(
      { year: late.year },
      `${late.year} is not before ${input.from}, the first year to propose.`,
    );
  for (const entry of input.fixed) {
    const twice = years.find((other) => other.year === entry.year - 1 && other.capitalId === entry.capitalId);
    if (twice) throw twiceRunning(entry);
  }
}

const twiceRunning = ({ year, capitalId }: Hosting) =>
  new DomainError(
    'rotation.twice_running',
    { year, capitalId },
    `The same capital would host ${year - 1} and ${year}; choose another one for either year.`,
  );

const invalid = (details: Record<string, unknown>, message: string) =>
  new DomainError('request.invalid', details, message);

const compare = <T extends number | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);
