import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { flag, id, instant } from '../scalars.ts';

export const auditEntry = z.strictObject({
  sequence: z.int(),
  at: instant,
  type: z.string(),
  entity: id,
  by: z.string().nullable(),
  actingFor: z.string().nullable(),
  hash: z.string(),
});

export const readAudit = route({
  method: 'GET',
  path: '/editions/:edition/audit',
  action: 'audit.read',
  summary: 'The journal of an edition, newest first: who did what, for whom',
  params: inEdition,
  query: z.strictObject({ before: z.coerce.number().int().optional(), mine: flag.default(false) }),
  response: z.array(auditEntry),
});
