import { meetingParties } from '@forum/domain/meetings/meeting-state';
import { z } from 'zod';
import { id, instant } from '../scalars.ts';

/** An entry of the Common Military List (`ML1` to `ML22`) or a dual-use category (`DU0` to `DU9`), or finer: `DU6A003`. */
export const controlEntry = z
  .string()
  .regex(
    /^(ML([1-9]|1\d|2[0-2])|DU\d)([A-Za-z.][A-Za-z0-9.]{0,11})?$/,
    'an entry of ML1 to ML22 or DU0 to DU9, such as ML5 or DU6A003',
  );

const side = z.enum(meetingParties);

/** How a listed topic stands under export control. */
export const topicControl = z.strictObject({
  entries: z.array(controlEntry),
  /** `free` needs nothing, `released` has it, `waiting` lacks it, `forbidden` cannot get it here. */
  state: z.enum(['free', 'released', 'waiting', 'forbidden']),
  waitingFor: z.array(side),
  /** Sides that have not said yet who comes, or whose people's nationality is not known: nothing can be released before. */
  unnamed: z.array(side),
  /** The rule of the host's law that decided. */
  rule: z
    .strictObject({
      id: z.string(),
      act: z.string(),
      article: z.string(),
      says: z.string(),
      verified: z.boolean(),
    })
    .nullable(),
  /** Who may release for the reader's own side; the help desk sees those of both. */
  officers: z.array(z.strictObject({ delegateId: id, name: z.string(), side })),
  /** Every release there was, with when it lapsed; the other side's without a name. */
  log: z.array(
    z.strictObject({ side, by: z.string().nullable(), at: instant, lapsedAt: instant.nullable() }),
  ),
  /** Releases that a second person has not confirmed; the other side's without the officer. */
  seconds: z.array(
    z.strictObject({
      side,
      officerId: id.nullable(),
      /** The officer moved the meeting or is alone, so that the release counts only then. */
      needed: z.boolean(),
      /** Nobody else speaks for the firm, so that an organiser confirms. */
      byHost: z.boolean(),
    }),
  ),
});
export type TopicControl = z.infer<typeof topicControl>;
