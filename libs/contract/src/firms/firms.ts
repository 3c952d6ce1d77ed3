import { firmLimits } from '@forum/domain/firms/firm-limits';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { countryCode, filledLine, id, line, paging, prose, version } from '../scalars.ts';
import { inFirm } from './in-firm.ts';
import { team } from './teams.ts';

/** A firm as it stands in the directory of an edition. */
export const firm = z.strictObject({
  id,
  version,
  name: z.string(),
  country: z.string().nullable(),
  categories: z.array(z.string()),
  website: z.string().nullable(),
  stand: z.string().nullable(),
  /** How many of its people are accredited and let themselves be found. */
  representatives: z.int(),
});
export type Firm = z.infer<typeof firm>;

const facet = z.strictObject({ value: z.string(), count: z.int() });

export const listFirms = route({
  method: 'GET',
  path: '/editions/:edition/firms',
  action: 'firm.read',
  summary: 'The firms of an edition, searched and filtered, with facets',
  params: inEdition,
  query: z.strictObject({
    ...paging,
    search: line(100).optional(),
    country: countryCode.optional(),
    category: line(160).optional(),
  }),
  response: z.strictObject({
    total: z.int(),
    countries: z.array(facet),
    categories: z.array(facet),
    rows: z.array(firm),
  }),
});

export const readFirm = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm',
  action: 'firm.read',
  summary: 'A firm with its teams and those of its people who let themselves be found',
  params: inFirm,
  response: firm.extend({
    description: z.string(),
    teams: z.array(team),
    /** May the reader edit it? */
    own: z.boolean(),
    /** May the reader ask it for a meeting now? */
    canRequest: z.boolean(),
  }),
});

export const editFirm = route({
  method: 'PATCH',
  path: '/editions/:edition/firms/:firm',
  action: 'firm.edit',
  summary: 'Change how a firm stands in the directory',
  params: inFirm,
  body: z.strictObject({
    version,
    description: prose(4000).optional(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(firmLimits.website)
      .nullable()
      .optional(),
    categories: z.array(filledLine(firmLimits.category)).max(firmLimits.categories).optional(),
  }),
  response: firm,
});
