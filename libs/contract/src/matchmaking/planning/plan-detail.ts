import { z } from 'zod';
import { id, interval } from '../../scalars.ts';
import { planRun } from './plan-run.ts';

/** How far a run had come after so many milliseconds. */
const progress = z.strictObject({
  after: z.int(),
  leftOut: z.int(),
  breaks: z.int(),
  idleSlots: z.int(),
  bound: z.int(),
});

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
