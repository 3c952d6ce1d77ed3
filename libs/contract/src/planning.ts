import { z } from 'zod';
import { inEdition } from './editions.ts';
import { route } from './route.ts';
import { id, instant, interval, version } from './scalars.ts';

/** What has happened in the hall, for a repair. Times count from `from` on, until `until`. */
export const planEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('firm-cancels'), firmId: id }),
  z.strictObject({ kind: z.literal('firm-away'), firmId: id, from: instant, until: instant }),
  z.strictObject({ kind: z.literal('table-closed'), tableId: id, from: instant, until: instant }),
  z.strictObject({ kind: z.literal('interpreter-away'), interpreterId: id, from: instant, until: instant }),
  z.strictObject({ kind: z.literal('meeting-added'), firmId: id, withFirmId: id }),
  /** Nothing else: every repair places the meetings of its hall that have lost their place. */
  z.strictObject({ kind: z.literal('places-lost') }),
]);
export type PlanEvent = z.infer<typeof planEvent>;

/** One term of the objective: fewer is better, an earlier term outweighs all later ones, no plan goes below the bound. */
const term = z.strictObject({ name: z.string(), value: z.number(), bound: z.number() });

/** What has happened, with the names of whom it is about; null where the event names none, or nobody of that name is left. */
const happened = z.strictObject({
  event: planEvent,
  firm: z.string().nullable(),
  with: z.string().nullable(),
  table: z.string().nullable(),
  interpreter: z.string().nullable(),
});
export type Happened = z.infer<typeof happened>;

/** What a run is asked for, beside its hall, seed and events. */
const planSettings = z.strictObject({
  /** Instead of seconds: replays a run exactly. Three decimals name the cooling of a run that was ended early. */
  iterations: z.number().min(0).max(2_000_000_000).nullable(),
  /** Meetings that both firms must have: mandatory, or only worth most. */
  mustsAreMandatory: z.boolean(),
  fairness: z.int().min(0).max(20).nullable(),
  mostInARow: z.int().min(1).max(40).nullable(),
  /** How many meetings each small firm should have at least. */
  floorForSmall: z.int().min(0).max(20),
  /** Whether new meetings without a common language are held only with an interpreter, when the edition has any. */
  onlyInterpreted: z.boolean(),
});
export type PlanSettings = z.infer<typeof planSettings>;

/** How far a run had come after so many milliseconds. */
const progress = z.strictObject({
  after: z.int(),
  leftOut: z.int(),
  breaks: z.int(),
  idleSlots: z.int(),
  bound: z.int(),
});

export const planRun = z.strictObject({
  id,
  version,
  /** Runs of an edition are numbered from 1. */
  number: z.int(),
  kind: z.enum(['plan', 'repair']),
  state: z.enum(['running', 'done', 'infeasible', 'failed']),
  hall: z.strictObject({ id, name: z.string() }),
  seed: z.int(),
  seconds: z.int(),
  /** With the seed, what replays the run; null while it has not ended, or when it was lost. */
  iterations: z.number().nullable(),
  asked: planSettings.nullable(),
  /** What a repair is for; empty for a plan. */
  happened: z.array(happened),
  createdAt: instant,
  createdBy: z.string(),
  endedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  terms: z.array(term),
  /** How many meetings were to be planned, and how many are: so far, while it runs. */
  wanted: z.int(),
  held: z.int(),
  /** How many standing meetings a repair moves to another slot; 0 for a plan. */
  moved: z.int(),
  failure: z.string().nullable(),
});
export type PlanRun = z.infer<typeof planRun>;

const firmRef = z.strictObject({ id, name: z.string(), small: z.boolean() });

/** A meeting of a plan. `was` is where it stands now, when a repair moves it; what it has lost is null there. */
export const plannedMeeting = z.strictObject({
  id: z.string(),
  firms: z.tuple([id, id]),
  /** 1 both must … 5 one would like; 0 for a meeting that stands already. */
  priority: z.int().min(0).max(5),
  slot: z.int().nullable(),
  table: id.nullable(),
  pinned: z.boolean(),
  /** Whether the teams that meet share no language that they have named. */
  needsInterpreter: z.boolean(),
  /** Who interprets; a meeting that needs somebody and has nobody is for the host to look after. */
  interpreter: id.nullable(),
  was: z
    .strictObject({ slot: z.int().nullable(), table: id.nullable(), interpreter: id.nullable() })
    .nullable(),
  /** Why it is left out, by code, and in the planner's own words with what would make it fit; null when it is held. */
  leftOut: z.strictObject({ code: z.string(), reason: z.string(), remedy: z.string() }).nullable(),
});
export type PlannedMeeting = z.infer<typeof plannedMeeting>;

export const planDetail = planRun.extend({
  progress: z.array(progress),
  /** What follows is empty while the run is under way. */
  slots: z.array(interval),
  tables: z.array(z.strictObject({ id, label: z.string() })),
  firms: z.array(firmRef),
  /** Whom the run could send, if it was to send any. */
  interpreters: z.array(z.strictObject({ id, name: z.string() })),
  meetings: z.array(plannedMeeting),
  /** Of a run that proved that the mandatory meetings contradict each other: the sentence, and whose meetings. */
  conflict: z
    .strictObject({ sentence: z.string(), pairs: z.array(z.tuple([z.string(), z.string()])) })
    .nullable(),
});
export type PlanDetail = z.infer<typeof planDetail>;

const inRun = inEdition.extend({ run: id });

export const listPlanRuns = route({
  method: 'GET',
  path: '/editions/:edition/plan-runs',
  action: 'plan.edit',
  summary: 'The runs of the planner, newest first',
  params: inEdition,
  response: z.array(planRun),
});

export const readPlanScope = route({
  method: 'GET',
  path: '/editions/:edition/plan-scope',
  action: 'plan.edit',
  summary:
    'What a plan of a hall would be made of at this moment, in figures; of the first one, unless told which',
  params: inEdition,
  query: z.strictObject({ hallId: id.optional() }),
  response: z.strictObject({
    /** Firms with a team. */
    firms: z.int(),
    wishes: z.int(),
    /** Pairs that wish to meet, may, and do not meet already. */
    pairs: z.int(),
    /** Slots of the hall that are still to come, and its tables. */
    slots: z.int(),
    tables: z.int(),
    /** On the list of the edition. */
    interpreters: z.int(),
  }),
});

export const startPlanRun = route({
  method: 'POST',
  path: '/editions/:edition/plan-runs',
  action: 'plan.edit',
  summary: 'Plan a hall in threads of their own, or repair its published plan after something has happened',
  params: inEdition,
  body: z.strictObject({
    hallId: id,
    seed: z.int().min(0).max(2_147_483_647).default(1),
    seconds: z.int().min(1).max(120).default(10),
    iterations: planSettings.shape.iterations.default(null),
    mustsAreMandatory: planSettings.shape.mustsAreMandatory.default(true),
    fairness: planSettings.shape.fairness.default(2),
    mostInARow: planSettings.shape.mostInARow.default(null),
    floorForSmall: planSettings.shape.floorForSmall.default(2),
    onlyInterpreted: planSettings.shape.onlyInterpreted.default(true),
    /** Events make it a repair. */
    events: z.array(planEvent).max(50).default([]),
  }),
  response: planRun,
});

export const readPlanRun = route({
  method: 'GET',
  path: '/editions/:edition/plan-runs/:run',
  action: 'plan.edit',
  summary: 'One run with every meeting: where and when, or why not',
  params: inRun,
  response: planDetail,
});

export const stopPlanRun = route({
  method: 'POST',
  path: '/editions/:edition/plan-runs/:run/stop',
  action: 'plan.edit',
  summary: 'End a run early; the best plan so far is its answer',
  params: inRun,
  response: planRun,
});

const place = z.strictObject({ ...interval.shape, table: z.string() });

/** One meeting that a publication changes. `was` is null for a new one, `to` for one that ends; both are the same where only another interprets. */
const planChange = z.strictObject({
  firms: z.tuple([z.string(), z.string()]),
  was: place.nullable(),
  to: place.nullable(),
  /** Who comes or came, of both sides. */
  people: z.int(),
  /** Whether others come than before. */
  peopleChange: z.boolean(),
  /** Who interprets, where that changes; null on a side is nobody. */
  interpreter: z.strictObject({ was: z.string().nullable(), to: z.string().nullable() }).nullable(),
});

/** What a publication changes, and whom it touches. */
export const planEffect = z.strictObject({
  made: z.int(),
  moved: z.int(),
  cancelled: z.int(),
  /** Meetings that stay where they are, with another interpreter or none; nobody is told. */
  interpreted: z.int(),
  /** Meetings that have no interpreter any more: theirs is away, or was taken or left meanwhile. */
  uninterpreted: z.int(),
  /** Meetings of the hall that stand as they are. */
  stays: z.int(),
  /** Open requests of pairs that get a meeting: they are withdrawn. */
  requestsClosed: z.int(),
  firms: z.int(),
  people: z.int(),
  /** The first thousand of the meetings made, moved, cancelled and interpreted anew, those that end first. */
  changes: z.array(planChange).max(1000),
  /** Meetings of the plan that cannot be booked any more, and why. */
  refused: z.array(z.strictObject({ firms: z.tuple([z.string(), z.string()]), reason: z.string() })),
});
export type PlanEffect = z.infer<typeof planEffect>;

export const readPlanEffect = route({
  method: 'GET',
  path: '/editions/:edition/plan-runs/:run/effect',
  action: 'plan.edit',
  summary: 'What publishing a run would change at this moment and for whom; of a published one, what it did',
  params: inRun,
  response: z.strictObject({
    /** Null of a run that has no plan, or was published before it was kept. */
    effect: planEffect.nullable(),
    /** When another plan of the hall was published since the run began: then this one is not published any more. */
    overtakenAt: instant.nullable(),
  }),
});

export const publishPlanRun = route({
  method: 'POST',
  path: '/editions/:edition/plan-runs/:run/publication',
  action: 'plan.edit',
  summary:
    'Make meetings of a plan in one transaction, with the people and tables booked; everyone is told once',
  params: inRun,
  body: z.strictObject({ version }),
  response: planEffect.omit({ changes: true, stays: true }).extend({ run: planRun }),
  factor: 'fresh',
});

/** When a firm is not there, until it is removed; without an end it does not come any more. */
const planAbsence = z.strictObject({
  id,
  firm: z.strictObject({ id, name: z.string() }),
  from: instant,
  until: instant.nullable(),
  saidBy: z.string(),
  saidAt: instant,
});

export const listPlanAbsences = route({
  method: 'GET',
  path: '/editions/:edition/plan-absences',
  action: 'plan.edit',
  summary:
    'Firms that are away from now on or for a time, by the repairs that were published; no plan gives them meetings then',
  params: inEdition,
  response: z.array(planAbsence),
});

export const removePlanAbsence = route({
  method: 'DELETE',
  path: '/editions/:edition/plan-absences/:absence',
  action: 'plan.edit',
  summary: 'A firm is there after all: later plans give it meetings again',
  params: inEdition.extend({ absence: id }),
  response: z.array(planAbsence),
});

const pin = z.strictObject({ firmId: id, withFirmId: id, start: instant });

export const readPlanPins = route({
  method: 'GET',
  path: '/editions/:edition/plan-pins',
  action: 'plan.edit',
  summary: 'Meetings that every run keeps at their time',
  params: inEdition,
  response: z.array(pin),
});

export const setPlanPin = route({
  method: 'PUT',
  path: '/editions/:edition/plan-pins',
  action: 'plan.edit',
  summary: 'Pin the meeting of two firms to a time, or let it go again',
  params: inEdition,
  body: z.strictObject({ firmId: id, withFirmId: id, start: instant.nullable() }),
  response: z.array(pin),
});
