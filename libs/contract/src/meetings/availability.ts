import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route, type RouteOutput } from '../route.ts';
import { interval } from '../scalars.ts';

export const setAvailability = route({
  method: 'PUT',
  path: '/editions/:edition/availability',
  action: 'agenda.own',
  summary: 'When I can be met; no time means never, null whenever a hall is open',
  params: inEdition,
  body: z.strictObject({ available: z.array(interval).max(60).nullable() }),
  response: done,
});

export const readAvailability = route({
  method: 'GET',
  path: '/editions/:edition/availability',
  action: 'agenda.own',
  summary: 'When I can be met; no time means never, null whenever a hall is open',
  params: inEdition,
  response: z.strictObject({
    available: z.array(interval).nullable(),
    /** The mornings and afternoons in which a hall is open, and whether I can be met in some of it. */
    halves: z.array(interval.extend({ available: z.boolean() })),
  }),
});
export type Availability = RouteOutput<typeof readAvailability>;
