import { worksheetSchemes } from '@forum/domain/worksheet/perimeters';
import { worksheetOutcomes } from '@forum/domain/worksheet/worksheet';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { countryCode, day, filledLine, id, instant, version } from '../scalars.ts';
import { namedFirm } from './advice.ts';
import { decimal } from './route-facts.ts';

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
