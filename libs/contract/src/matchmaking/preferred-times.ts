import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { instant, interval } from '../scalars.ts';

const preferredTimes = z.strictObject({
  /** The mornings and afternoons still to come in which a hall is open, in order of time. */
  halves: z.array(interval.extend({ preferred: z.boolean() })),
});
export type PreferredTimes = z.infer<typeof preferredTimes>;

export const readPreferredTimes = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/preferred-times',
  action: 'wish.own',
  summary: 'In which half days a firm would rather meet; the planner heeds it where it can',
  params: inFirm,
  response: preferredTimes,
});

export const setPreferredTimes = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/preferred-times',
  action: 'wish.own',
  summary: 'Say in which half days a firm would rather meet, by their starts; none means that all are alike',
  params: inFirm,
  body: z.strictObject({ starts: z.array(instant).max(60) }),
  response: preferredTimes,
});
