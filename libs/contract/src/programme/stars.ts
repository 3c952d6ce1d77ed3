import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { heads, id } from '../scalars.ts';
import { inSession } from './session.ts';

export const star = route({
  method: 'PUT',
  path: '/editions/:edition/sessions/:session/star',
  action: 'agenda.own',
  summary: 'Put a session into my agenda',
  params: inSession,
  response: done,
});

export const unstar = route({
  method: 'DELETE',
  path: '/editions/:edition/sessions/:session/star',
  action: 'agenda.own',
  summary: 'Take a session out of my agenda',
  params: inSession,
  response: done,
});

export const readStars = route({
  method: 'GET',
  path: '/editions/:edition/stars',
  action: 'agenda.own',
  summary: 'The sessions in my agenda',
  params: inEdition,
  response: z.strictObject({ sessionIds: z.array(id), heads }),
});
