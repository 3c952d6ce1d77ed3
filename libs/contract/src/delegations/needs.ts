import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { id } from '../scalars.ts';

/** What a delegate wrote of food and access, for the host alone; empty where nothing was. */
export const readNeeds = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate/needs',
  action: 'accreditation.read',
  summary: 'The dietary and access needs of a delegate, for the host alone',
  params: inEdition.extend({ delegate: id }),
  response: z.strictObject({ dietary: z.string(), access: z.string() }),
});

const need = z.strictObject({ need: z.string(), delegates: z.int() });

export const readAllNeeds = route({
  method: 'GET',
  path: '/editions/:edition/needs',
  action: 'accreditation.read',
  summary:
    'How many accredited delegates have which dietary and access needs, without names, for caterer and venue',
  params: inEdition,
  response: z.strictObject({ dietary: z.array(need), access: z.array(need) }),
});
