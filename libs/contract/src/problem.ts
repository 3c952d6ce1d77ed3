import { z } from 'zod';

/** What a field may have to obey, as far as a screen can say it in its reader's language. */
export const fieldRules = [
  'empty',
  'too_long',
  'too_short',
  'too_many',
  'too_few',
  'too_large',
  'too_small',
  'not_offered',
  'unknown_field',
  'not_admitted',
  'malformed',
] as const;
export type FieldRule = (typeof fieldRules)[number];

const refusedField = z.object({
  path: z.string(),
  value: z.string(),
  remedy: z.string(),
  /** One of {@link fieldRules}; absent where only the remedy tells. A newer server may know more of them. */
  rule: z.string().optional(),
  /** What `too_…` was measured against. */
  limit: z.number().optional(),
});
export type RefusedField = z.infer<typeof refusedField>;

/** What every refused request answers: RFC 9457 `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A code of the domain, such as `meeting.slot_taken`; screens translate it. */
  code: z.string(),
  /** One sentence: what was wrong, with the value, and what to do. */
  detail: z.string(),
  requestId: z.string().optional(),
  /** Each field that was refused: a path such as `body.name.family`, the value sent, and the remedy. */
  fields: z.array(refusedField).optional(),
  /** Facts of the domain behind the code. */
  details: z.record(z.string(), z.unknown()).optional(),
});

export type Problem = z.infer<typeof problem>;
