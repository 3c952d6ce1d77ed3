import { z } from 'zod';
import { route } from '../route.ts';
import { editionSlug, filledLine, id } from '../scalars.ts';
import { capital } from './capitals.ts';

const hostReason = z.looseObject({ code: z.string() });

/** One year of the ring: a host that was, is, is chosen by hand, or is proposed, and why. */
export const ringYear = z.strictObject({
  year: z.int(),
  /** Null when the reader may not know the host yet. */
  capital: capital.nullable(),
  standing: z.enum(['held', 'current', 'announced', 'fixed', 'proposed', 'to-be-announced']),
  edition: editionSlug.nullable(),
  reasons: z.array(hostReason),
});
export type RingYear = z.infer<typeof ringYear>;

export const setHost = route({
  method: 'PUT',
  path: '/rotation/:year',
  action: 'rotation.edit',
  summary: 'Set the host of a coming year by hand, with a reason that is shown',
  params: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  body: z.strictObject({ capitalId: id, reason: filledLine(300) }),
  response: z.array(ringYear),
});

export const swapHosts = route({
  method: 'POST',
  path: '/rotation/swaps',
  action: 'rotation.edit',
  summary: 'Swap the hosts of two coming years, with a reason that is shown',
  body: z.strictObject({ first: z.int(), second: z.int(), reason: filledLine(300) }),
  response: z.array(ringYear),
});

export const releaseHost = route({
  method: 'DELETE',
  path: '/rotation/:year',
  action: 'rotation.edit',
  summary: 'Take back a host set by hand; the rule proposes again',
  params: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  response: z.array(ringYear),
});
