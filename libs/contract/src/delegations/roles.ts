import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { id } from '../scalars.ts';

export const grantRole = route({
  method: 'PUT',
  path: '/editions/:edition/roles',
  action: 'role.grant',
  summary: 'Give or take a role in this edition',
  params: inEdition,
  body: z.strictObject({
    mail: z.email().max(254),
    role: z.enum(['organiser', 'accreditation-officer', 'auditor', 'delegation-head']),
    granted: z.boolean(),
  }),
  response: done,
  factor: 'fresh',
});

export const listRoles = route({
  method: 'GET',
  path: '/editions/:edition/roles',
  action: 'role.grant',
  summary: 'Who holds which role in this edition',
  params: inEdition,
  response: z.array(
    z.strictObject({ person: z.strictObject({ id, name: z.string() }), mail: z.string(), role: z.string() }),
  ),
});
