import { routeSchemes } from '@forum/domain/legal-routes/rule-pack';
import { worksheetSchemes } from '@forum/domain/worksheet/perimeters';
import { worksheetOutcomes } from '@forum/domain/worksheet/worksheet';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { done, route } from './route.ts';
import { countryCode, day, filledLine, id, instant, version } from './scalars.ts';

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

const inFirm = inEdition.extend({ firm: id });

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

const namedFirm = z.strictObject({ id, name: z.string() });

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

/** A line of a bill of materials. */
export const componentLine = z.strictObject({
  component: filledLine(120),
  /** Null while it is not known. */
  origin: countryCode.nullable(),
  cost: decimal,
});
export type ComponentLine = z.infer<typeof componentLine>;

const scheme = z.enum(worksheetSchemes);
const outcome = z.enum(worksheetOutcomes);

/** What a counterpart sees of a worksheet: the ratio, and nothing of lines or amounts. */
export const sharedRatio = z.strictObject({
  scheme,
  day,
  outcome,
  percent: z.string().nullable(),
  limit: z.string(),
});
export type SharedRatio = z.infer<typeof sharedRatio>;

const reckoned = sharedRatio.extend({
  total: z.string(),
  outside: z.string(),
  undecided: z.string(),
  headroom: z.strictObject({ replacing: z.string(), adding: z.string() }).nullable(),
  /** Where each line counts, in their order. */
  sides: z.array(z.enum(['inside', 'outside', 'undecided'])),
});
export type Reckoned = z.infer<typeof reckoned>;

const worksheetText = {
  title: filledLine(120),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters of ISO 4217, such as EUR'),
  lines: z.array(componentLine).max(400),
};

/** A worksheet as its own firm sees it. */
export const worksheet = z.strictObject({
  id,
  version,
  ...worksheetText,
  results: z.array(reckoned),
  sharedWith: z.array(namedFirm),
  updatedAt: instant,
});
export type Worksheet = z.infer<typeof worksheet>;

export const listWorksheets = route({
  method: 'GET',
  path: '/editions/:edition/worksheets',
  action: 'advice.own',
  summary: 'The worksheets of one’s firm, and the ratios that others share with it',
  params: inEdition,
  response: z.strictObject({
    own: z.array(
      z.strictObject({
        id,
        title: z.string(),
        lines: z.int(),
        ratios: z.array(sharedRatio),
        sharedWith: z.array(namedFirm),
        updatedAt: instant,
      }),
    ),
    received: z.array(
      z.strictObject({ id, from: namedFirm, title: z.string(), ratios: z.array(sharedRatio) }),
    ),
  }),
});

const inWorksheet = inEdition.extend({ worksheet: id });

export const readWorksheet = route({
  method: 'GET',
  path: '/editions/:edition/worksheets/:worksheet',
  action: 'advice.own',
  summary: 'A worksheet of one’s own firm, reckoned for each scheme',
  params: inWorksheet,
  query: z.strictObject({ asOf: day.optional() }),
  response: worksheet,
});

export const createWorksheet = route({
  method: 'POST',
  path: '/editions/:edition/worksheets',
  action: 'advice.own',
  summary: 'Begin a worksheet of component origin',
  params: inEdition,
  body: z.strictObject(worksheetText),
  response: worksheet,
  limit: 256 * 1024,
});

export const saveWorksheet = route({
  method: 'PUT',
  path: '/editions/:edition/worksheets/:worksheet',
  action: 'advice.own',
  summary: 'Change the lines of a worksheet',
  params: inWorksheet,
  body: z.strictObject({ version, ...worksheetText }),
  response: worksheet,
  limit: 256 * 1024,
});

export const shareWorksheet = route({
  method: 'PUT',
  path: '/editions/:edition/worksheets/:worksheet/shares',
  action: 'advice.own',
  summary: 'Say which firms may see the ratio of a worksheet; they see nothing else of it',
  params: inWorksheet,
  body: z.strictObject({ firms: z.array(id).max(50) }),
  response: worksheet,
});

export const removeWorksheet = route({
  method: 'DELETE',
  path: '/editions/:edition/worksheets/:worksheet',
  action: 'advice.own',
  summary: 'Throw a worksheet away; whoever saw its ratio sees it no more',
  params: inWorksheet,
  response: done,
});
