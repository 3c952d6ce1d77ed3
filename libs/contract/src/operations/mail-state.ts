import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';

export const readMailState = route({
  method: 'GET',
  path: '/editions/:edition/mails/state',
  action: 'mails.read',
  summary: 'How many mails of the whole forum wait to be sent, and how many were given up in the last week',
  params: inEdition,
  response: z.strictObject({ waiting: z.int().min(0), givenUp: z.int().min(0) }),
});
