import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { id } from '../scalars.ts';

/** What can depend on a thing, so that it is not removed; a refusal counts each in `details.uses`. */
export const uses = [
  'sessions',
  'rooms',
  'tracks',
  'halls',
  'interpreters',
  'delegations',
  'delegates',
  'firms',
  'imports',
  'stars',
  'named',
  'speakers',
  'file',
  'other',
] as const;
export type Use = (typeof uses)[number];

export const removeEdition = route({
  method: 'DELETE',
  path: '/editions/:edition',
  action: 'rotation.edit',
  summary: 'Remove an edition that is only planned and that nothing depends on, with its roles and partners',
  params: inEdition,
  response: done,
});

export const removeDelegation = route({
  method: 'DELETE',
  path: '/editions/:edition/delegations/:delegation',
  action: 'delegation.create',
  summary: 'Remove a delegation that nobody belongs to',
  params: inEdition.extend({ delegation: id }),
  response: done,
});

export const removeRoom = route({
  method: 'DELETE',
  path: '/editions/:edition/rooms/:room',
  action: 'programme.edit',
  summary: 'Remove a room that no session takes place in',
  params: inEdition.extend({ room: id }),
  response: done,
});

export const removeTrack = route({
  method: 'DELETE',
  path: '/editions/:edition/tracks/:track',
  action: 'programme.edit',
  summary: 'Remove a track that no session belongs to',
  params: inEdition.extend({ track: id }),
  response: done,
});

export const removeSession = route({
  method: 'DELETE',
  path: '/editions/:edition/sessions/:session',
  action: 'programme.edit',
  summary: 'Remove a session that was added by hand and that nobody depends on; others are cancelled',
  params: inEdition.extend({ session: id }),
  response: done,
});
