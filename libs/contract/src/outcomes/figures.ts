import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { day, editionSlug, id, instant, paging } from '../scalars.ts';
import { stage } from './ledger.ts';

const editionFigures = z.strictObject({
  slug: editionSlug,
  title: z.string(),
  year: z.int(),
  /** Confirmed outcomes by stage; null where the number would give a few confidential ones away. */
  stages: z.array(z.strictObject({ stage, total: z.int().nullable() })),
  total: z.int().nullable(),
  named: z.array(
    z.strictObject({ id, stage, title: z.string(), firms: z.array(z.string()), until: day.nullable() }),
  ),
  /** Of the reports as they stand now; these are no log. */
  meetings: z.strictObject({
    /** Agreed ones that have begun. */
    begun: z.int(),
    held: z.int(),
    noShow: z.int(),
    disputed: z.int(),
    unreported: z.int(),
    /** Mean of all ratings; null below five of them. */
    rating: z.number().nullable(),
  }),
});
export type EditionFigures = z.infer<typeof editionFigures>;

export const readFigures = route({
  method: 'GET',
  path: '/editions/:edition/outcome-figures',
  action: 'outcome.read',
  summary: 'What became of the meetings of each edition by an instant, from the log alone',
  params: inEdition,
  query: z.strictObject({ asOf: instant.optional() }),
  response: z.strictObject({ asOf: instant, editions: z.array(editionFigures) }),
});

const noShow = z.strictObject({
  meetingId: id,
  start: instant,
  topic: z.string(),
  topicKo: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  result: z.enum(['no-show', 'disputed']),
  absent: z.array(z.enum(['from', 'to'])),
  confirmed: z.boolean(),
});
export type NoShow = z.infer<typeof noShow>;

export const listNoShows = route({
  method: 'GET',
  path: '/editions/:edition/no-shows',
  action: 'outcome.read',
  summary: 'Meetings to which a side did not come, and those about which the sides disagree',
  params: inEdition,
  query: z.strictObject({ ...paging }),
  response: z.strictObject({ total: z.int(), rows: z.array(noShow) }),
});
