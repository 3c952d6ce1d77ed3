import { z } from 'zod';
import { id, instant } from '../scalars.ts';

/** A meeting or an open request that something which is about to be done would end or change. */
export const touchedMeeting = z.strictObject({
  id,
  state: z.enum(['requested', 'accepted']),
  /** When an agreed one begins. */
  start: instant.nullable(),
  from: z.string(),
  to: z.string(),
  /** Everybody who was to come. */
  people: z.array(z.string()),
  /** `ends` when it is cancelled or closed, `goes-on` without the one who is lost, `handed-over` to another team of the firm. */
  then: z.enum(['ends', 'goes-on', 'handed-over']),
});
export type TouchedMeeting = z.infer<typeof touchedMeeting>;

/** All meetings that something would touch, by name; `total` where the list is longer than what is shown. */
export const touched = z.strictObject({
  meetings: z.array(touchedMeeting),
  total: z.int(),
  /** How many people those meetings are of. */
  people: z.int(),
});
export type Touched = z.infer<typeof touched>;
