import { z } from 'zod';
import { inEdition } from '../../editions/in-edition.ts';
import { route } from '../../route.ts';
import { id, instant } from '../../scalars.ts';

/** When a firm is not there, until it is removed; without an end it does not come any more. */
const planAbsence = z.strictObject({
  id,
  firm: z.strictObject({ id, name: z.string() }),
  from: instant,
  until: instant.nullable(),
  saidBy: z.string(),
  saidAt: instant,
});

export const listPlanAbsences = route({
  method: 'GET',
  path: '/editions/:edition/plan-absences',
  action: 'plan.edit',
  summary:
    'Firms that are away from now on or for a time, by the repairs that were published; no plan gives them meetings then',
  params: inEdition,
  response: z.array(planAbsence),
});

export const removePlanAbsence = route({
  method: 'DELETE',
  path: '/editions/:edition/plan-absences/:absence',
  action: 'plan.edit',
  summary: 'A firm is there after all: later plans give it meetings again',
  params: inEdition.extend({ absence: id }),
  response: z.array(planAbsence),
});
