import { z } from 'zod';
import { done, route } from '../route.ts';
import { prose } from '../scalars.ts';
import { inEdition } from './in-edition.ts';

/** What a visitor must know of a capital; Markdown is not read, line breaks are kept. */
export const visitorPage = z.strictObject({
  entryRules: prose(8000),
  transport: prose(8000),
  embassies: prose(8000),
  emergencyNumbers: prose(2000),
});
export type VisitorPage = z.infer<typeof visitorPage>;

export const editVisitorPage = route({
  method: 'PUT',
  path: '/editions/:edition/visitors',
  action: 'edition.edit',
  summary: 'Write the page for visitors of the host capital',
  params: inEdition,
  body: visitorPage,
  response: done,
});
