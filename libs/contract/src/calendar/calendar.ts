import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { id, instant } from '../scalars.ts';

const calendarText = { response: z.string(), produces: 'text/calendar; charset=utf-8' } as const;

export const programmeFeed = route({
  method: 'GET',
  path: '/editions/:edition/programme.ics',
  action: 'edition.read',
  summary: 'The public programme as a calendar to subscribe to',
  params: inEdition,
  ...calendarText,
});

export const sessionCalendar = route({
  method: 'GET',
  path: '/editions/:edition/sessions/:session/session.ics',
  action: 'edition.read',
  summary: 'One public session as a calendar file',
  params: inEdition.extend({ session: id }),
  ...calendarText,
});

export const personalFeed = route({
  method: 'GET',
  path: '/feeds/:secret/agenda.ics',
  action: 'edition.read',
  summary: 'The agenda and meetings of one person behind a secret address; 404 once revoked',
  params: z.strictObject({ secret: z.string().min(20).max(100) }),
  ...calendarText,
});

export const readFeed = route({
  method: 'GET',
  path: '/editions/:edition/feed',
  action: 'feed.own',
  summary: 'Whether I have a calendar address; the address itself is shown once, when it is made',
  params: inEdition,
  response: z.strictObject({ createdAt: instant.nullable() }),
});

export const createFeed = route({
  method: 'POST',
  path: '/editions/:edition/feed',
  action: 'feed.own',
  summary: 'Make a new secret calendar address; the one before it stops working',
  params: inEdition,
  response: z.strictObject({ url: z.url() }),
  secret: true,
});

export const revokeFeed = route({
  method: 'DELETE',
  path: '/editions/:edition/feed',
  action: 'feed.own',
  summary: 'Revoke the secret calendar address',
  params: inEdition,
  response: done,
});
