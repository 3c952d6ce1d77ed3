import { routeSchemes } from '@forum/domain/legal-routes/rule-pack';
import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { day, id } from '../scalars.ts';
import { factName } from './route-facts.ts';

export const opennesses = ['open', 'open-with-conditions', 'closed', 'unknown'] as const;

/** What one rule says in a case, with where it stands. */
export const routeReason = z.strictObject({
  ruleId: z.string(),
  outcome: z.enum(opennesses),
  says: z.string(),
  act: z.string(),
  article: z.string(),
  date: day,
  source: z.string(),
  /** Whether its substance was read in a public source; false for what is recalled. */
  verified: z.boolean(),
  missing: z.array(factName),
  /** Agreements that open the way: what was agreed and when, and from which day it counts. */
  by: z.array(z.strictObject({ act: z.string(), date: day.nullable(), from: day, verified: z.boolean() })),
});
export type RouteReason = z.infer<typeof routeReason>;

const verdictShape = {
  openness: z.enum(opennesses),
  packVersion: z.int().nullable(),
  verified: z.boolean(),
  reasons: z.array(routeReason),
};

/** Whether a programme is open; for a pair also what it says to each alone. */
export const routeVerdict = z.strictObject({
  scheme: z.enum(routeSchemes),
  ...verdictShape,
  alone: z
    .strictObject({ own: z.strictObject(verdictShape), other: z.strictObject(verdictShape) })
    .nullable(),
});
export type RouteVerdict = z.infer<typeof routeVerdict>;

export const namedFirm = z.strictObject({ id, name: z.string() });

export const readAdvice = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/routes',
  action: 'advice.read',
  summary:
    'Which programmes are open to one’s firm, to it and another firm together, or as far as a firm lets others know; orientation, never legal advice',
  params: inFirm,
  query: z.strictObject({ asOf: day.optional() }),
  response: z.strictObject({
    /** The day whose rules were asked. */
    asOf: day,
    firm: namedFirm,
    /** The reader's firm, where the advice is for both together. */
    own: namedFirm.nullable(),
    verdicts: z.array(routeVerdict),
  }),
});
export type Advice = z.infer<typeof readAdvice.response>;
