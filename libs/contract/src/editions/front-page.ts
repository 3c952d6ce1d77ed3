import { z } from 'zod';
import { route } from '../route.ts';
import { instant } from '../scalars.ts';
import { edition } from './editions.ts';
import { ringYear } from './rotation.ts';

export const frontPage = route({
  method: 'GET',
  path: '/forum',
  action: 'edition.read',
  summary: 'The current edition and the ring of past and coming hosts',
  response: z.strictObject({
    current: edition.nullable(),
    ring: z.array(ringYear),
    demo: z.boolean(),
    now: instant,
  }),
});
