import type { PlanInstance } from '../instance/instance.ts';
import { type Domains, slotsOf } from '../model/domains.ts';
import { leavingOutCosts } from '../model/leaving-out.ts';
import { type Pairing, pairTeams, placesOf } from '../model/pairings.ts';

/** One meeting of an instance with teams, places and interpreters: whoever and wherever it may be. */
export interface GeneralMeeting {
  readonly slots: readonly number[];
  /** Teams by their number over all firms. */
  readonly pairings: readonly Pairing[];
  readonly places: readonly number[];
  readonly buffer: number;
  /** Meetings that must take place in an earlier and in a later slot. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Meetings of the same two companies, of which only one may be held. */
  readonly rivals: readonly number[];
  /** What leaving it out costs, in breaks. */
  readonly weight: number;
  readonly firms: readonly [number, number];
}

/** An instance in full, as numbers. */
export interface GeneralModel {
  readonly instance: PlanInstance;
  readonly slots: number;
  readonly meetings: readonly GeneralMeeting[];
  readonly teamFirm: readonly number[];
  readonly teamOpen: readonly Uint8Array[];
  readonly teamRow: readonly number[];
  readonly interpreterOpen: readonly Uint8Array[];
  readonly interpreterRow: readonly number[];
  /** Free slots needed between two places. */
  readonly walk: readonly (readonly number[])[];
  readonly longestWalk: number;
  readonly longestBuffer: number;
  readonly dayOf: Int32Array;
  readonly days: readonly { readonly from: number; readonly to: number }[];
  /** Slots that cost a meeting something, a hundredth of a break per wish missed. */
  readonly dislike: (meeting: number, slot: number) => number;
}

/** Turns an instance into numbers; meetings that nothing can make possible have no pairing. */
export function compileGeneral(instance: PlanInstance, domains: Domains, stay: number): GeneralModel {
  const { firms, interpreters, slots, rules, tables } = instance;
  const index = new Map(firms.map(({ id }, at) => [id, at]));
  const firstTeam: number[] = [];
  const teams = firms.flatMap((firm, at) => {
    firstTeam.push(at === 0 ? 0 : firstTeam[at - 1]! + firms[at - 1]!.teams.length);
    return firm.teams.map((team) => ({
      ...team,
      firm: at,
      forbidden: [...team.forbidden, ...firm.forbidden],
    }));
  });
  const row = (own: number | null) => Math.min(own ?? Infinity, rules.mostInARow ?? Infinity);
  const pairs = new Map<string, number[]>();
  const companies = instance.meetings.map(({ firms: [a, b] }) => [
    firms[index.get(a)!]!.company,
    firms[index.get(b)!]!.company,
  ]);
  companies.forEach((pair, at) => {
    const key = [...pair].sort().join('\n');
    pairs.set(key, [...(pairs.get(key) ?? []), at]);
  });
  const before: number[][] = instance.meetings.map(() => []);
  const after: number[][] = instance.meetings.map(() => []);
  domains.earlier.forEach((first, order) => {
    before[domains.later[order]!]!.push(first);
    after[first]!.push(domains.later[order]!);
  });
  const weights = leavingOutCosts(instance.meetings, stay);
  const once = onceEach();
  const meetings = instance.meetings.map((meeting, at): GeneralMeeting => {
    const [a, b] = meeting.firms.map((id) => index.get(id)!) as [number, number];
    const isRefused = !rules.ownCompany && companies[at]![0] === companies[at]![1];
    const found = isRefused ? [] : pairTeams(instance, meeting, [firms[a]!.teams, firms[b]!.teams]).pairings;
    return {
      slots: once(slotsOf(domains.meeting, at, domains.words)),
      pairings: found.map(({ teams: [i, j], interpreters: who }) => ({
        teams: [firstTeam[a]! + i, firstTeam[b]! + j],
        interpreters: who,
      })),
      places: once(placesOf(instance, meeting)),
      buffer: meeting.protocol?.buffer ?? 0,
      before: before[at]!,
      after: after[at]!,
      rivals: rules.again
        ? []
        : pairs.get([...companies[at]!].sort().join('\n'))!.filter((other) => other !== at),
      weight: weights[at]!,
      firms: [a, b],
    };
  });
  const walk = tables.map((one) => tables.map((other) => walkBetween(instance, one.zone, other.zone)));
  const dayOf = new Int32Array(slots);
  instance.days.forEach(({ from, to }, day) => dayOf.fill(day, from, to));
  return {
    instance,
    slots,
    meetings,
    teamFirm: teams.map(({ firm }) => firm),
    teamOpen: teams.map(({ forbidden }) => openSlots(forbidden, slots)),
    teamRow: teams.map(({ mostInARow }) => row(mostInARow)),
    interpreterOpen: interpreters.map(({ forbidden }) => openSlots(forbidden, slots)),
    interpreterRow: interpreters.map(({ mostInARow }) => mostInARow ?? Infinity),
    walk,
    longestWalk: Math.max(0, ...walk.flat()),
    longestBuffer: meetings.reduce((longest, { buffer }) => Math.max(longest, buffer), 0),
    dayOf,
    days: instance.days,
    dislike: dislikes(instance, index),
  };
}

/** Keeps equal lists once: many meetings have the same slots and places. */
function onceEach(): (list: readonly number[]) => readonly number[] {
  const kept = new Map<string, readonly number[]>();
  return (list) => {
    const key = list.join();
    const same = kept.get(key);
    if (!same) kept.set(key, list);
    return same ?? list;
  };
}

function walkBetween({ walks }: PlanInstance, one: string, other: string): number {
  if (one === other) return 0;
  const way = walks.find(({ from, to }) => (from === one && to === other) || (from === other && to === one));
  return way?.slots ?? 0;
}

function openSlots(forbidden: readonly number[], slots: number): Uint8Array {
  const open = new Uint8Array(slots).fill(1);
  for (const slot of forbidden) open[slot] = 0;
  return open;
}

function dislikes(instance: PlanInstance, index: ReadonlyMap<string, number>): GeneralModel['dislike'] {
  const wishes = instance.meetings.map((meeting) =>
    [meeting.preferred, ...meeting.firms.map((id) => instance.firms[index.get(id)!]!.preferred)]
      .filter((slots) => slots.length > 0)
      .map((slots) => new Set(slots)),
  );
  return (meeting, slot) => 0.01 * wishes[meeting]!.filter((wish) => !wish.has(slot)).length;
}
