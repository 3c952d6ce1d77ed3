import { z } from 'zod';

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
  fields: z.array(z.object({ path: z.string(), value: z.string(), remedy: z.string() })).optional(),
  /** Facts of the domain behind the code. */
  details: z.record(z.string(), z.unknown()).optional(),
});

export type Problem = z.infer<typeof problem>;
