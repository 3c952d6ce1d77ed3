import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { filledLine, id, instant } from '../scalars.ts';
import { matchedFirm, namedFirm } from './shared.ts';

const reason = filledLine(300);

export const listNoMeets = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/no-meets',
  action: 'no-meet.own',
  summary: 'Firms that one’s own firm never wants to meet; the others learn nothing of it',
  params: inFirm,
  response: z.array(z.strictObject({ firm: matchedFirm, reason: z.string(), namedAt: instant })),
});

export const setNoMeet = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/no-meets',
  action: 'no-meet.own',
  summary: 'Name a firm never to be met, or take it back with null',
  params: inFirm,
  body: z.strictObject({ other: id, reason: reason.nullable() }),
  response: z.strictObject({ ok: z.literal(true) }),
});

export const listAllNoMeets = route({
  method: 'GET',
  path: '/editions/:edition/no-meets',
  action: 'matchmaking.edit',
  summary: 'Every pair of firms that must not meet, with the reason',
  params: inEdition,
  response: z.array(
    z.strictObject({
      firms: z.tuple([namedFirm, namedFirm]),
      reason: z.string(),
      byHost: z.boolean(),
      namedAt: instant,
    }),
  ),
});

export const setHostNoMeet = route({
  method: 'PUT',
  path: '/editions/:edition/no-meets',
  action: 'matchmaking.edit',
  summary: 'Keep two firms apart in the host’s name, or take it back with null',
  params: inEdition,
  body: z.strictObject({ firms: z.tuple([id, id]), reason: reason.nullable() }),
  response: z.strictObject({ ok: z.literal(true) }),
});
