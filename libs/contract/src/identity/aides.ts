import { aideStates } from '@forum/domain/identity/aide';
import { z } from 'zod';
import { editionRef } from '../editions/edition-ref.ts';
import { done, route } from '../route.ts';
import { editionSlug, id, instant, mailAddress } from '../scalars.ts';

/** Somebody who is or was asked to act for a principal, in one edition. */
export const aide = z.strictObject({
  id,
  edition: editionRef,
  mail: z.string(),
  name: z.string().nullable(),
  state: z.enum(aideStates),
  /** In the edition; until then they may only fill in the registration. */
  accredited: z.boolean(),
  /** By the host, on the principal's behalf. */
  byHost: z.boolean(),
  invitedAt: instant,
  /** When they first acted; null when they never have. */
  firstActedAt: instant.nullable(),
});
export type Aide = z.infer<typeof aide>;

const inAide = z.strictObject({ aide: id });

export const listAides = route({
  method: 'GET',
  path: '/me/aides',
  action: 'account.own',
  summary: 'Who may act for me, and who was proposed to; ended ones of editions that go on as well',
  response: z.array(aide),
});

export const inviteAide = route({
  method: 'POST',
  path: '/me/aides',
  action: 'account.own',
  summary:
    'Invite somebody by mail to act for me in an edition; it takes effect when they sign in and accept',
  body: z.strictObject({ edition: editionSlug, mail: mailAddress }),
  response: aide,
});

export const confirmAide = route({
  method: 'POST',
  path: '/me/aides/:aide/confirmation',
  action: 'account.own',
  summary: 'Agree to an aide whom the host proposed for me',
  params: inAide,
  response: done,
});

export const endAide = route({
  method: 'DELETE',
  path: '/me/aides/:aide',
  action: 'account.own',
  summary: 'End what an aide may do for me, or what I may do as an aide, at once',
  params: inAide,
  response: done,
});

export const listAideActs = route({
  method: 'GET',
  path: '/me/aides/:aide/acts',
  action: 'account.own',
  summary: 'What an aide changed for me, newest first',
  params: inAide,
  response: z.array(z.strictObject({ sequence: z.int(), at: instant, type: z.string() })),
});

export const listInvitationsAsAide = route({
  method: 'GET',
  path: '/me/aide-invitations',
  action: 'account.own',
  summary: 'Invitations to act for somebody that wait for my answer',
  response: z.array(
    z.strictObject({
      id,
      /** Their name once they are accredited, until then their mail address. */
      principal: z.string(),
      edition: editionRef,
      /** Whether the principal has agreed. */
      confirmed: z.boolean(),
      invitedAt: instant,
    }),
  ),
});

export const answerAideInvitation = route({
  method: 'POST',
  path: '/me/aide-invitations/:invitation',
  action: 'account.own',
  summary: 'Accept or decline to act for somebody',
  params: z.strictObject({ invitation: id }),
  body: z.strictObject({ accept: z.boolean() }),
  response: done,
});
