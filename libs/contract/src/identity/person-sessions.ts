import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { id, instant } from '../scalars.ts';
import { inFactorHolder } from './factors/factor-holders.ts';

/** A device on which somebody is signed in, as the host sees it. */
export const sessionOfPerson = z.strictObject({
  id,
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
});
export type SessionOfPerson = z.infer<typeof sessionOfPerson>;

const inDelegate = inEdition.extend({ delegate: id });

export const listDelegateSessions = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate/sessions',
  action: 'session.end-others',
  summary: 'The devices on which a delegate is signed in',
  params: inDelegate,
  response: z.array(sessionOfPerson),
});

export const endDelegateSessions = route({
  method: 'DELETE',
  path: '/editions/:edition/delegates/:delegate/sessions',
  action: 'session.end-others',
  summary: 'Sign a delegate out on every device',
  params: inDelegate,
  response: done,
});

export const listHolderSessions = route({
  method: 'GET',
  path: '/editions/:edition/factor-holders/:person/sessions',
  action: 'session.end-others',
  summary: 'The devices on which a member of the host’s team, a head or an officer is signed in',
  params: inFactorHolder,
  response: z.array(sessionOfPerson),
});

export const endHolderSessions = route({
  method: 'DELETE',
  path: '/editions/:edition/factor-holders/:person/sessions',
  action: 'session.end-others',
  summary: 'Sign a member of the host’s team, a head or an officer out on every device',
  params: inFactorHolder,
  response: done,
});
