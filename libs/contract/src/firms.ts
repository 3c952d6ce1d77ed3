import { listModes } from '@forum/domain/firms/firm-difference';
import { firmLimits } from '@forum/domain/firms/firm-limits';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { importNote, importSums } from './programme.ts';
import { profile } from './delegations.ts';
import { done, route } from './route.ts';
import { touched } from './touched.ts';
import { countryCode, filledLine, id, instant, line, paging, prose, version } from './scalars.ts';

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

const inFirm = inEdition.extend({ firm: id });

export const team = z.strictObject({
  id,
  name: z.string(),
  /** What it can talk about, by code; none means anything. */
  capabilities: z.array(z.string()),
  members: z.array(profile),
});
export type Team = z.infer<typeof team>;

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

export const createFirm = route({
  method: 'POST',
  path: '/editions/:edition/firms',
  action: 'firm.import',
  summary: 'Add one firm to the edition',
  params: inEdition,
  body: z.strictObject({
    name: filledLine(firmLimits.name),
    country: countryCode.nullable(),
    categories: z.array(filledLine(firmLimits.category)).max(firmLimits.categories).default([]),
    website: z
      .url({ protocol: /^https?$/ })
      .max(firmLimits.website)
      .nullable()
      .default(null),
    stand: line(firmLimits.stand).nullable().default(null),
  }),
  response: firm,
});

/** A firm as the host lists it. */
export const firmListing = z.strictObject({
  id,
  version,
  name: z.string(),
  country: z.string().nullable(),
  stand: z.string().nullable(),
  /** The mail address that an exhibitor list gave; nobody but the host sees it. */
  mail: z.string().nullable(),
  /** Whom its removal touches, and which meetings. */
  representatives: z.array(z.string()),
  touched,
});
export type FirmListing = z.infer<typeof firmListing>;

export const readFirmListing = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/listing',
  action: 'firm.import',
  summary: 'How the host lists a firm, and whom its removal touches',
  params: inFirm,
  response: firmListing,
});

export const correctFirm = route({
  method: 'PATCH',
  path: '/editions/:edition/firms/:firm/listing',
  action: 'firm.import',
  summary: 'Correct name, country and stand of a firm; everything of it stays, and later lists still mean it',
  params: inFirm,
  body: z.strictObject({
    version,
    name: filledLine(firmLimits.name),
    country: countryCode.nullable(),
    stand: line(firmLimits.stand).nullable(),
  }),
  response: firm,
});

export const removeFirm = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/removal',
  action: 'firm.import',
  summary: 'Take a firm out of the edition, as a list without it would',
  params: inFirm,
  body: z.strictObject({ version }),
  response: done,
});

/** All representatives of one’s own firm, found or not, for forming teams. */
export const listColleagues = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/representatives',
  action: 'firm.edit',
  summary: 'The representatives of one’s own firm',
  params: inFirm,
  response: z.array(profile),
});

export const setTeams = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/teams',
  action: 'firm.edit',
  summary: 'Form the teams that the firm sends to meetings; at least one, each with at least one member',
  params: inFirm,
  body: z.strictObject({
    teams: z
      .array(
        z.strictObject({
          id: id.nullable(),
          name: filledLine(80),
          /** Among those of the firm's profile. */
          capabilities: z.array(filledLine(60)).max(40).default([]),
          members: z.array(id).min(1).max(20),
        }),
      )
      .min(1)
      .max(20),
  }),
  response: z.array(team),
});

const importedFirm = z.strictObject({ name: z.string(), country: z.string().nullable() });

export const firmImport = z.strictObject({
  id,
  source: z.string(),
  notes: z.array(importNote),
  sums: importSums,
  added: z.array(importedFirm),
  changed: z.array(
    importedFirm.extend({
      fields: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  removed: z.array(importedFirm),
  /** What ends with the firms that are removed. */
  touched,
  /** Whether the list replaces those before, or adds to them and removes nothing. */
  mode: z.enum(listModes),
  unchanged: z.int(),
  /** Firms of which the list says something else than was corrected by hand, which stays; the first 200. */
  disagreements: z.array(
    importedFirm.extend({
      fields: z.array(z.strictObject({ field: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  disagreeing: z.int(),
  held: z.boolean(),
  state: z.enum(['proposed', 'applied', 'discarded']),
  createdAt: instant,
});
export type FirmImport = z.infer<typeof firmImport>;

export const proposeFirmImport = route({
  method: 'POST',
  path: '/editions/:edition/firms/imports',
  action: 'firm.import',
  summary: 'Read an exhibitor list (Excel, CSV or JSON) and show what it would change; nothing is applied',
  params: inEdition,
  query: z.strictObject({
    name: line(200).default('exhibitors'),
    mode: z.enum(listModes).default('replace'),
  }),
  body: z.instanceof(Uint8Array),
  accepts: 'application/octet-stream',
  limit: 20 * 1024 * 1024,
  response: firmImport,
});

export const applyFirmImport = route({
  method: 'POST',
  path: '/editions/:edition/firms/imports/:import',
  action: 'firm.import',
  summary: 'Apply a shown difference; a held one wants its removals confirmed by number',
  params: inEdition.extend({ import: id }),
  body: z.strictObject({ confirmRemovals: z.int().min(0).optional() }),
  response: firmImport,
});

export const listFirmImports = route({
  method: 'GET',
  path: '/editions/:edition/firms/imports',
  action: 'firm.import',
  summary: 'The exhibitor imports of this edition, newest first',
  params: inEdition,
  response: z.array(firmImport),
});
