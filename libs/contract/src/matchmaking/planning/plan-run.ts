import { z } from 'zod';
import { id, instant, version } from '../../scalars.ts';

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
export const planSettings = z.strictObject({
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
