import { haveCommonLanguage } from '@forum/domain/meetings/interpreting';
import type { WishedMeeting } from '@forum/domain/matchmaking/wished-meetings';
import type { PlanFirm, PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { chooseTeams, sendable } from './choose-teams.ts';
import type { EditionFacts, EditionFirm, StandingMeeting } from './edition-facts.ts';

/** What holding a meeting is worth by the priority of its wishes, 1 to 5; a mandatory one outweighs them all. */
const weights: Readonly<Record<WishedMeeting['priority'], number>> = { 1: 81, 2: 27, 3: 9, 4: 6, 5: 2 };
/** A meeting that people know of is dropped only when nothing else is possible. */
const standingWeight = 1_000;
/** What the first meetings of a small firm weigh more than others of their priority. */
const floorFactor = 4;
/** What a pinned meeting weighs at least: more than any wish, so that it takes its slot before others do. */
const pinnedWeight = 400;

/** The one group of tables of a hall. */
export const hallTables = 'hall';

/** How a pair of firms is called in a plan; `a` sorts before `b`. */
export const pairId = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`);

/** The firm of each team. */
export const firmByTeam = ({ firms }: Pick<EditionFacts, 'firms'>): Map<string, string> =>
  new Map(firms.flatMap(({ id, teams }) => teams.map((team) => [team.id, id])));

/**
 * The planner's instance of a hall: standing meetings first, in their order, then the wished ones that have a team on
 * each side. Two firms meet once: a pair that stands already is not wished again. A team is a firm of the instance, since
 * each has an agenda of its own; which team goes is chosen beforehand (`choose-teams.ts`). Languages are told only where
 * interpreters are asked for and some meeting needs one: without them the quick search plans it.
 */
export function instanceOfEdition(facts: EditionFacts): PlanInstance {
  const firms = new Map(facts.firms.map((firm) => [firm.id, firm]));
  const standing = facts.standing.filter(({ a, b }) => firms.has(a) && firms.has(b));
  const stands = new Set(standing.map(({ a, b }) => pairId(a, b)));
  const sends = new Set(facts.firms.filter((firm) => sendable(firm).length > 0).map(({ id }) => id));
  const wished = facts.wished.filter(({ a, b }) => sends.has(a) && sends.has(b) && !stands.has(pairId(a, b)));
  const pins = new Map(facts.pins.map(({ a, b, slot }) => [pairId(a, b), slot]));
  const teams = chooseTeams(wished, firms, facts.slots, facts.interpreters ?? []);
  const favoured = favouredPairs(wished, firms);
  const meetings = [
    ...standing.map((meeting) => standingMeeting(meeting, pins)),
    ...wished.map((meeting, row) => wishedMeeting(meeting, teams[row]!, facts, pins, favoured)),
  ];
  const concerned = new Set(meetings.flatMap(({ firms: pair }) => pair));
  const spoken = spokenByTeam(facts);
  const isInterpreted = meetings.some(
    ({ firms: [a, b], isInterpreted: isSettled = false }) =>
      !isSettled && !haveCommonLanguage(spoken.get(a) ?? [], spoken.get(b) ?? []),
  );
  return {
    name: facts.name,
    slots: facts.slots,
    days: facts.dayStarts.map((from, day) => ({
      id: `day-${day + 1}`,
      from,
      to: facts.dayStarts[day + 1] ?? facts.slots,
    })),
    sessions: [],
    walks: [],
    tables: [
      {
        id: hallTables,
        zone: hallTables,
        count: Array.from(
          { length: facts.slots },
          (_, slot) => facts.tables.filter(({ free }) => free[slot]).length,
        ),
        host: null,
      },
    ],
    firms: facts.firms
      .flatMap((firm) => teamsAsFirms(firm, isInterpreted ? spoken : new Map()))
      .filter(({ id }) => concerned.has(id)),
    interpreters: isInterpreted
      ? (facts.interpreters ?? []).map(({ busy, ...interpreter }) => ({ ...interpreter, forbidden: busy }))
      : [],
    meetings,
    // Pairs are unique and of two firms already: no rule needs to look at companies.
    rules: {
      fairness: facts.rules.fairness,
      mostInARow: facts.rules.mostInARow,
      ownCompany: true,
      again: true,
    },
  };
}

/** What each team speaks; nothing when nobody interprets, since language then stands in nobody's way. */
const spokenByTeam = ({ firms, interpreters = [] }: EditionFacts): Map<string, readonly string[]> =>
  new Map(
    interpreters.length === 0
      ? []
      : firms.flatMap(({ teams }) => teams.map(({ id, languages = [] }) => [id, languages] as const)),
  );

const teamsAsFirms = (
  { id, teams, preferred = [] }: EditionFirm,
  spoken: ReadonlyMap<string, readonly string[]>,
): PlanFirm[] =>
  teams.map((team) => ({
    id: team.id,
    company: id,
    forbidden: [],
    floor: 0,
    preferred,
    teams: [
      {
        id: team.id,
        capabilities: [],
        languages: spoken.get(team.id) ?? [],
        forbidden: team.busy,
        mostInARow: null,
        rank: null,
        size: null,
      },
    ],
  }));

/** The first meetings of each firm with a floor; `wished` comes with the most wanted first. */
function favouredPairs(
  wished: readonly WishedMeeting[],
  firms: ReadonlyMap<string, EditionFirm>,
): Set<string> {
  const left = new Map([...firms].map(([id, { floor }]) => [id, floor]));
  const favoured = new Set<string>();
  for (const { a, b } of wished) {
    for (const id of [a, b]) {
      if ((left.get(id) ?? 0) === 0) continue;
      left.set(id, left.get(id)! - 1);
      favoured.add(pairId(a, b));
    }
  }
  return favoured;
}

/** How many meetings firms with a floor lack, in all; a firm lacks none that nobody wished. */
export function belowFloor(
  { firms, wished, standing }: EditionFacts,
  held: readonly (readonly [string, string])[],
): number {
  const possible = countOf([...wished, ...standing].map(({ a, b }) => [a, b]));
  const counts = countOf(held);
  return firms.reduce((sum, { id, floor }) => {
    const due = Math.min(floor, possible.get(id) ?? 0);
    return sum + Math.max(0, due - (counts.get(id) ?? 0));
  }, 0);
}

function countOf(pairs: readonly (readonly [string, string])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of pairs.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const anyMeeting = {
  within: null,
  after: [],
  capability: null,
  language: null,
  withoutInterpreter: false,
  tables: null,
  preferred: [],
  protocol: null,
};

const standingMeeting = (
  { id, a, b, slot, teams, agreed, isInterpreted = false }: StandingMeeting,
  pins: ReadonlyMap<string, number>,
): PlanMeeting => ({
  ...anyMeeting,
  id,
  firms: teams,
  priority: 1,
  optional: true,
  weight: standingWeight,
  withoutInterpreter: true,
  isInterpreted,
  fixed: pins.get(pairId(a, b)) ?? (agreed ? slot : null),
});

const wishedMeeting = (
  { a, b, priority }: WishedMeeting,
  teams: readonly [string, string],
  { rules }: EditionFacts,
  pins: ReadonlyMap<string, number>,
  favoured: ReadonlySet<string>,
): PlanMeeting => {
  const fixed = pins.get(pairId(a, b)) ?? null;
  const wish = weights[priority] * (favoured.has(pairId(a, b)) ? floorFactor : 1);
  return {
    ...anyMeeting,
    id: pairId(a, b),
    firms: teams,
    priority: Math.min(3, priority),
    optional: priority > 1 || !rules.mustsAreMandatory,
    weight: fixed === null ? wish : Math.max(wish, pinnedWeight),
    fixed,
  };
};
