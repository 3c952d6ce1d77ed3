import { z } from 'zod';
import { route } from '../../route.ts';
import { instant, interval, version } from '../../scalars.ts';
import { planRun } from './plan-run.ts';
import { inRun } from './plan-runs.ts';

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
