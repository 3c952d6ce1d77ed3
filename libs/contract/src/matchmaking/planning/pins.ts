import { z } from 'zod';
import { inEdition } from '../../editions/in-edition.ts';
import { route } from '../../route.ts';
import { id, instant } from '../../scalars.ts';

const pin = z.strictObject({ firmId: id, withFirmId: id, start: instant });

export const readPlanPins = route({
  method: 'GET',
  path: '/editions/:edition/plan-pins',
  action: 'plan.edit',
  summary: 'Meetings that every run keeps at their time',
  params: inEdition,
  response: z.array(pin),
});

export const setPlanPin = route({
  method: 'PUT',
  path: '/editions/:edition/plan-pins',
  action: 'plan.edit',
  summary: 'Pin the meeting of two firms to a time, or let it go again',
  params: inEdition,
  body: z.strictObject({ firmId: id, withFirmId: id, start: instant.nullable() }),
  response: z.array(pin),
});
