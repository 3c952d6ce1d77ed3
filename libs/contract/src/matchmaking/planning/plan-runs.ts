import { z } from 'zod';
import { inEdition } from '../../editions/in-edition.ts';
import { route } from '../../route.ts';
import { id } from '../../scalars.ts';
import { planDetail } from './plan-detail.ts';
import { planEvent, planRun, planSettings } from './plan-run.ts';

export const inRun = inEdition.extend({ run: id });

export const listPlanRuns = route({
  method: 'GET',
  path: '/editions/:edition/plan-runs',
  action: 'plan.edit',
  summary: 'The runs of the planner, newest first',
  params: inEdition,
  response: z.array(planRun),
});

export const readPlanScope = route({
  method: 'GET',
  path: '/editions/:edition/plan-scope',
  action: 'plan.edit',
  summary:
    'What a plan of a hall would be made of at this moment, in figures; of the first one, unless told which',
  params: inEdition,
  query: z.strictObject({ hallId: id.optional() }),
  response: z.strictObject({
    /** Firms with a team. */
    firms: z.int(),
    wishes: z.int(),
    /** Pairs that wish to meet, may, and do not meet already. */
    pairs: z.int(),
    /** Slots of the hall that are still to come, and its tables. */
    slots: z.int(),
    tables: z.int(),
    /** On the list of the edition. */
    interpreters: z.int(),
  }),
});

export const startPlanRun = route({
  method: 'POST',
  path: '/editions/:edition/plan-runs',
  action: 'plan.edit',
  summary: 'Plan a hall in threads of their own, or repair its published plan after something has happened',
  params: inEdition,
  body: z.strictObject({
    hallId: id,
    seed: z.int().min(0).max(2_147_483_647).default(1),
    seconds: z.int().min(1).max(120).default(10),
    iterations: planSettings.shape.iterations.default(null),
    mustsAreMandatory: planSettings.shape.mustsAreMandatory.default(true),
    fairness: planSettings.shape.fairness.default(2),
    mostInARow: planSettings.shape.mostInARow.default(null),
    floorForSmall: planSettings.shape.floorForSmall.default(2),
    onlyInterpreted: planSettings.shape.onlyInterpreted.default(true),
    /** Events make it a repair. */
    events: z.array(planEvent).max(50).default([]),
  }),
  response: planRun,
});

export const readPlanRun = route({
  method: 'GET',
  path: '/editions/:edition/plan-runs/:run',
  action: 'plan.edit',
  summary: 'One run with every meeting: where and when, or why not',
  params: inRun,
  response: planDetail,
});

export const stopPlanRun = route({
  method: 'POST',
  path: '/editions/:edition/plan-runs/:run/stop',
  action: 'plan.edit',
  summary: 'End a run early; the best plan so far is its answer',
  params: inRun,
  response: planRun,
});
