import { z } from 'zod';
import { done, route } from '../../route.ts';
import { id, instant } from '../../scalars.ts';
import { personRef } from '../person.ts';

const typedCode = z.strictObject({ code: z.string().max(32) });

/** Shown once, when they are made: each stands in for a factor that is not at hand, once. */
export const recoveryCodes = z.array(z.string());

export const readFactors = route({
  method: 'GET',
  path: '/me/factors',
  action: 'account.own',
  summary: 'The second factors of the signed-in person, and who can help them to the first one',
  response: z.strictObject({
    /** A role of theirs waits until a second factor is shown. */
    wanted: z.boolean(),
    /** This session has shown one. */
    shown: z.boolean(),
    /** The first one can be set up in this session, because an enrolment code was typed. */
    mayEnrol: z.boolean(),
    codeApp: z.strictObject({ since: instant }).nullable(),
    /** Whether there can be passkeys at this address of the forum at all. */
    passkeysPossible: z.boolean(),
    passkeys: z.array(
      z.strictObject({
        id,
        /** The browser and system that made it, as it says of itself. */
        device: z.string(),
        createdAt: instant,
        lastUsedAt: instant.nullable(),
        /** False when it was made for another address of the forum. */
        usable: z.boolean(),
      }),
    ),
    recoveryCodesLeft: z.int(),
    /** Who of the host's team can hand over an enrolment code. */
    helpers: z.array(personRef),
  }),
});
export type Factors = z.infer<typeof readFactors.response>;

export const useEnrolmentCode = route({
  method: 'POST',
  path: '/me/factors/enrolment',
  action: 'account.own',
  summary: 'Type the code that a member of the host’s team handed over; then the first factor can be set up',
  body: typedCode,
  response: done,
  secret: true,
});

export const beginCodeApp = route({
  method: 'POST',
  path: '/me/factors/code-app/secret',
  action: 'account.own',
  summary: 'A new secret for an app that shows one-time codes; it counts once a code of it is confirmed',
  response: z.strictObject({ secret: z.string(), uri: z.string() }),
  secret: true,
});

export const confirmCodeApp = route({
  method: 'PUT',
  path: '/me/factors/code-app',
  action: 'account.own',
  summary: 'Confirm the new app by a code that it shows; recovery codes come with the first factor',
  body: typedCode,
  response: z.strictObject({ recoveryCodes: recoveryCodes.nullable() }),
  secret: true,
});

export const removeCodeApp = route({
  method: 'DELETE',
  path: '/me/factors/code-app',
  action: 'account.own',
  summary: 'Remove the app that shows one-time codes; the last factor stays',
  response: done,
  factor: 'fresh',
});

export const renewRecoveryCodes = route({
  method: 'POST',
  path: '/me/factors/recovery-codes',
  action: 'account.own',
  summary: 'Make new recovery codes; those before end',
  response: z.strictObject({ recoveryCodes }),
  factor: 'fresh',
  secret: true,
});

export const proveByCode = route({
  method: 'POST',
  path: '/me/factors/proof',
  action: 'account.own',
  summary: 'Show the second factor in this session: a one-time code of the app, or a recovery code',
  body: typedCode,
  response: done,
  secret: true,
});
