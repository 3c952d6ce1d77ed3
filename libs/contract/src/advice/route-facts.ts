import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { countryCode, instant } from '../scalars.ts';

const countries = z.array(countryCode).max(30).nullable().default(null);
const yesOrNo = z.boolean().nullable().default(null);

/** A decimal with at most six digits after the point, as text: no amount is ever a floating-point number. */
export const decimal = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/, 'digits with at most six after a point, such as 1250000.50');

/** A share of a whole, in percent: a {@link decimal} of at most 100. */
const percent = decimal.regex(/^0*(100(\.0+)?|\d{1,2}(\.\d+)?)$/, 'a percentage from 0 to 100, such as 34.5');

/** What a firm says of itself for the rules of access; null is not known, and never taken for a yes. */
export const routeFacts = z.strictObject({
  establishedIn: countries,
  managedFrom: countries,
  controlledFrom: countries,
  headquarteredIn: countries,
  facilitiesIn: countries,
  guaranteed: yesOrNo,
  /** Cost of components from outside, in percent of all components. */
  outsidePercent: percent.nullable().default(null),
  criticalProduct: yesOrNo,
  designAuthority: yesOrNo,
  civilApplication: yesOrNo,
  dualUse: yesOrNo,
  offsetObligation: yesOrNo,
});
export type RouteFacts = z.infer<typeof routeFacts>;

/** The names of the facts, in the order in which they are asked. */
export const factName = z.enum(Object.keys(routeFacts.shape) as [keyof RouteFacts, ...(keyof RouteFacts)[]]);
export type FactName = z.infer<typeof factName>;

const ownFacts = z.strictObject({
  /** 0 while nothing has been said. */
  version: z.int().min(0),
  facts: routeFacts,
  /** Which of them the advice of other firms may use. */
  shared: z.array(factName),
  updatedAt: instant.nullable(),
});
export type OwnFacts = z.infer<typeof ownFacts>;

export const readFacts = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/route-facts',
  action: 'advice.own',
  summary: 'What one’s firm has said of itself for the rules of access; nobody else reads it',
  params: inFirm,
  response: ownFacts,
});

export const saveFacts = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/route-facts',
  action: 'advice.own',
  summary: 'Say what one’s firm is, and which of it the advice of other firms may use',
  params: inFirm,
  body: z.strictObject({
    version: z.int().min(0),
    facts: routeFacts,
    shared: z.array(factName).max(20),
  }),
  response: ownFacts,
});
