import { profileLevels } from '@forum/domain/matchmaking/profile-progress';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { id, instant, line, paging } from '../scalars.ts';
import { namedFirm } from './shared.ts';

export const lacks = ['profile', 'wishes'] as const;

export const listReadiness = route({
  method: 'GET',
  path: '/editions/:edition/match-readiness',
  action: 'matchmaking.edit',
  summary: 'Which firms still lack a profile or wishes',
  params: inEdition,
  query: z.strictObject({ ...paging, lack: z.enum(lacks).optional(), search: line(100).optional() }),
  response: z.strictObject({
    total: z.int(),
    counts: z.strictObject({ firms: z.int(), profile: z.int(), wishes: z.int() }),
    rows: z.array(
      z.strictObject({
        firm: namedFirm,
        confirmed: z.boolean(),
        level: z.enum(profileLevels).nullable(),
        percent: z.int(),
        wishes: z.int(),
        asked: z.int(),
        remindedAt: instant.nullable(),
        /** Representatives whom a reminder would reach now: none that had one today, and none where nothing is missing. */
        remindable: z.int(),
      }),
    ),
  }),
});

export const remindFirms = route({
  method: 'POST',
  path: '/editions/:edition/match-reminders',
  action: 'matchmaking.edit',
  summary: 'Mail firms that lack a profile or wishes; each is reminded at most once a day',
  params: inEdition,
  body: z.strictObject({ firms: z.array(id).min(1).max(500) }),
  response: z.strictObject({ mails: z.int() }),
});
