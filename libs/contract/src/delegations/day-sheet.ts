import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { day } from '../scalars.ts';

export const daySheet = route({
  method: 'GET',
  path: '/editions/:edition/day-sheet',
  action: 'agenda.own',
  summary: 'The day of the person one acts for, as a PDF: sessions, meetings, rooms, who is who',
  params: inEdition,
  query: z.strictObject({ day }),
  response: z.instanceof(Uint8Array),
  produces: 'application/pdf',
});
