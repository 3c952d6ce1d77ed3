import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { countryCode, filledLine, id, paging, version } from '../scalars.ts';
import { delegateRow } from './delegates.ts';
import { places, placesToSet } from './places.ts';

export const delegation = z.strictObject({
  id,
  version,
  kind: z.enum(['country', 'institution', 'firm']),
  name: z.string(),
  country: countryCode.nullable(),
  head: z.strictObject({ id, name: z.string() }).nullable(),
  places,
});
export type Delegation = z.infer<typeof delegation>;

const inDelegation = inEdition.extend({ delegation: id });

export const listDelegations = route({
  method: 'GET',
  path: '/editions/:edition/delegations',
  action: 'delegation.read',
  summary: 'The delegations of an edition; a head sees their own',
  params: inEdition,
  response: z.array(delegation),
});

export const createDelegation = route({
  method: 'POST',
  path: '/editions/:edition/delegations',
  action: 'delegation.create',
  summary: 'Give a country, an institution or a firm a delegation with places',
  params: inEdition,
  body: z.strictObject({
    kind: z.enum(['country', 'institution', 'firm']),
    name: filledLine(160),
    country: countryCode.nullable(),
    headMail: z.email().max(254).nullable(),
    places: placesToSet,
  }),
  response: delegation,
});

export const setPlaces = route({
  method: 'PUT',
  path: '/editions/:edition/delegations/:delegation/places',
  action: 'delegation.create',
  summary: 'Change the places of a delegation; fewer than taken keeps the people and admits nobody new',
  params: inDelegation,
  body: z.strictObject({
    version,
    places: placesToSet,
  }),
  response: delegation,
});

export const renewInvitation = route({
  method: 'POST',
  path: '/editions/:edition/delegations/:delegation/invitation',
  action: 'delegation.edit',
  summary: 'Make a new invitation link; the one before it stops working',
  params: inDelegation,
  response: z.strictObject({ link: z.url() }),
  secret: true,
});

export const readInvitation = route({
  method: 'GET',
  path: '/editions/:edition/invitations/:secret',
  action: 'edition.read',
  summary: 'Which delegation an invitation link is for',
  params: inEdition.extend({ secret: z.string().min(20).max(100) }),
  response: z.strictObject({ delegation: z.strictObject({ id, name: z.string() }), places }),
});

export const listMembers = route({
  method: 'GET',
  path: '/editions/:edition/delegations/:delegation/members',
  action: 'delegation.read',
  summary: 'Who is in a delegation, in which state',
  params: inDelegation,
  query: z.strictObject(paging),
  response: z.strictObject({
    total: z.int(),
    rows: z.array(delegateRow.omit({ reason: true, representation: true })),
  }),
});
