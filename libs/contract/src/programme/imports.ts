import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { importField, importNote, importSums } from '../imports/import-report.ts';
import { route } from '../route.ts';
import { id, instant, line } from '../scalars.ts';

/** Who a speaker of a file is, which only people can tell: one whom the secretariat has linked, or another person. */
const speakerQuestion = z.strictObject({
  /** What the file calls them. */
  key: z.string(),
  told: z.strictObject({ name: z.string(), organisation: z.string().nullable() }),
  /** Who it might be, and the person that they are linked to. */
  known: z.strictObject({ id, name: z.string(), person: z.string().nullable() }),
});
export const programmeImport = z.strictObject({
  id,
  source: z.string(),
  notes: z.array(importNote),
  sums: importSums,
  added: z.array(z.strictObject({ title: z.string(), start: instant, room: z.string().nullable() })),
  changed: z.array(
    z.strictObject({
      title: z.string(),
      fields: z.array(importField),
    }),
  ),
  removed: z.array(z.strictObject({ title: z.string(), start: instant })),
  unchanged: z.int(),
  /** Sessions of which the file says something else than the secretariat decided, which stays; the first 200. */
  disagreements: z.array(z.strictObject({ title: z.string(), fields: z.array(importField) })),
  disagreeing: z.int(),
  /** To be answered before it is applied. */
  questions: z.array(speakerQuestion),
  warnings: z.array(importNote),
  held: z.boolean(),
  state: z.enum(['proposed', 'applied', 'discarded']),
  createdAt: instant,
});
export type ProgrammeImport = z.infer<typeof programmeImport>;

export const proposeImport = route({
  method: 'POST',
  path: '/editions/:edition/programme/imports',
  action: 'programme.import',
  summary: 'Read a schedule.xml or schedule.json and show what it would change; nothing is applied',
  params: inEdition,
  query: z.strictObject({ name: line(200).default('schedule') }),
  body: z.instanceof(Uint8Array),
  accepts: 'application/octet-stream',
  limit: 20 * 1024 * 1024,
  response: programmeImport,
});

export const listImports = route({
  method: 'GET',
  path: '/editions/:edition/programme/imports',
  action: 'programme.import',
  summary: 'The imports of this edition, newest first',
  params: inEdition,
  response: z.array(programmeImport),
});

export const applyImport = route({
  method: 'POST',
  path: '/editions/:edition/programme/imports/:import',
  action: 'programme.import',
  summary:
    'Apply a shown difference; a held one wants its removals confirmed by number, and its questions about speakers answered',
  params: inEdition.extend({ import: id }),
  body: z.strictObject({
    confirmRemovals: z.int().min(0).optional(),
    /** Who each speaker is that was asked about; null for another person than any that is known. */
    speakers: z
      .array(z.strictObject({ key: z.string().max(400), speaker: id.nullable() }))
      .max(1000)
      .optional(),
  }),
  response: programmeImport,
});
