import { type WishedMeeting } from '@forum/domain/matchmaking/wished-meetings';
import { type PlanFirm, type PlanInstance, type PlanMeeting } from '../instance/instance.ts';
import { type EditionFacts, type StandingMeeting } from './edition-facts.ts';

/** What holding a meeting is worth by the priority of its wishes, 1 to 5; a mandatory one outweighs them all. */
const weights: Readonly<Record<WishedMeeting['priority'], number>> = { 1: 81, 2: 27, 3: 9, 4: 6, 5: 2 };
/** A meeting that people know of is dropped only when nothing else is possible. */
const standingWeight = 243;

/** The one group of tables of a hall. */
export const hallTables = 'hall';

/** How a pair of firms is called in a plan; `a` sorts before `b`. */
export const pairId = (a: string, b: string): string => (a < b ? `${a}~${b}` : `${b}~${a}`);

/**
 * The planner's instance of a hall: standing meetings first, in their order, then the wished ones that have a team on
 * each side. Two firms meet once: a pair that stands already is not wished again.
 */
export function instanceOfEdition(facts: EditionFacts): PlanInstance {
  const teams = new Map(facts.firms.map((firm) => [firm.id, firm]));
  const standing = facts.standing.filter(({ a, b }) => teams.has(a) && teams.has(b));
  const stands = new Set(standing.map(({ a, b }) => pairId(a, b)));
  const wished = facts.wished.filter(({ a, b }) => teams.has(a) && teams.has(b) && !stands.has(pairId(a, b)));
  const pins = new Map(facts.pins.map(({ a, b, slot }) => [pairId(a, b), slot]));
  const meetings = [
    ...standing.map((meeting) => standingMeeting(meeting, pins)),
    ...wished.map((meeting) => wishedMeeting(meeting, facts, pins)),
  ];
  const concerned = new Set(meetings.flatMap(({ firms }) => firms));
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
    firms: facts.firms.filter(({ id }) => concerned.has(id)).map(planFirm),
    interpreters: [],
    meetings,
    rules: {
      fairness: facts.rules.fairness,
      mostInARow: facts.rules.mostInARow,
      ownCompany: false,
      again: false,
    },
  };
}

const planFirm = ({ id, floor, teams }: EditionFacts['firms'][number]): PlanFirm => ({
  id,
  company: id,
  forbidden: [],
  floor,
  preferred: [],
  teams: teams.map((team) => ({
    id: team.id,
    capabilities: [],
    languages: [],
    forbidden: team.busy,
    mostInARow: null,
    rank: null,
    size: null,
  })),
});

const anyMeeting = {
  within: null,
  after: [],
  capability: null,
  language: null,
  tables: null,
  preferred: [],
  protocol: null,
};

const standingMeeting = (
  { id, a, b, slot, agreed }: StandingMeeting,
  pins: ReadonlyMap<string, number>,
): PlanMeeting => ({
  ...anyMeeting,
  id,
  firms: [a, b],
  priority: 1,
  optional: true,
  weight: standingWeight,
  fixed: pins.get(pairId(a, b)) ?? (agreed ? slot : null),
});

const wishedMeeting = (
  { a, b, priority }: WishedMeeting,
  { rules }: EditionFacts,
  pins: ReadonlyMap<string, number>,
): PlanMeeting => ({
  ...anyMeeting,
  id: pairId(a, b),
  firms: [a, b],
  priority: Math.min(3, priority),
  optional: priority > 1 || !rules.mustsAreMandatory,
  weight: weights[priority],
  fixed: pins.get(pairId(a, b)) ?? null,
});
