import { listModes } from '@forum/domain/firms/firm-difference';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { importNote, importSums } from '../imports/import-report.ts';
import { touched } from '../losses/touched.ts';
import { route } from '../route.ts';
import { id, instant, line } from '../scalars.ts';

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
