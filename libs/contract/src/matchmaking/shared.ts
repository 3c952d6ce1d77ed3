import { sizeClasses } from '@forum/domain/matchmaking/profile';
import { wishGrades } from '@forum/domain/matchmaking/wishes';
import { z } from 'zod';
import { filledLine, id, instant } from '../scalars.ts';

/** Raised by each save, from 0 before the first. */
export const savedVersion = z.int().min(0);

/** The code of a capability, such as sensors.radar. */
export const capabilityCode = filledLine(60);

/** A firm as lists of the matchmaking show it to another. */
export const matchedFirm = z.strictObject({
  id,
  name: z.string(),
  country: z.string().nullable(),
  stand: z.string().nullable(),
  size: z.enum(sizeClasses).nullable(),
  confirmed: z.boolean(),
});

/** How much a firm wishes to meet another. */
export const grade = z.enum(wishGrades);

/** How far a firm has come with its wishes, and until when. */
export const wishesStatus = z.strictObject({
  deadline: instant,
  open: z.boolean(),
  asked: z.int(),
  musts: z.int(),
  given: z.int(),
  missing: z.int(),
  mustsLeft: z.int(),
});
export type WishesStatus = z.infer<typeof wishesStatus>;

/** A firm as the secretariat's lists name it. */
export const namedFirm = z.strictObject({ id, name: z.string(), country: z.string().nullable() });

/** How recent an answer is that rests on the matching. No answer waits for a matching: the last one is told at once. */
export const matchingState = z.strictObject({
  /** When the answer was last brought up to date; null while the first matching is being computed. */
  asOf: instant.nullable(),
  /** Whether a newer one is on its way; `delayed` when it could not be computed yet and is tried again. */
  newer: z.enum(['none', 'computing', 'delayed']),
});
export type MatchingState = z.infer<typeof matchingState>;
