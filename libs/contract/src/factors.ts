import { staffRoles } from '@forum/domain/identity/role';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { personRef } from './identity.ts';
import { done, route } from './route.ts';
import { id, instant } from './scalars.ts';

const typedCode = z.strictObject({ code: z.string().max(32) });

/** Shown once, when they are made: each stands in for a factor that is not at hand, once. */
const recoveryCodes = z.array(z.string());

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

/** Somebody of an edition whose standing wants a second factor. */
export const factorHolder = z.strictObject({
  person: personRef,
  mail: z.string(),
  roles: z.array(z.enum([...staffRoles, 'export-officer', 'delegation-head'])),
  hasFactor: z.boolean(),
  /** An enrolment code was made and not used; when it ends. */
  codeUntil: instant.nullable(),
  /** Somebody said that the factor is lost; another one confirms it. */
  lost: z.strictObject({ saidBy: personRef, until: instant }).nullable(),
});
export type FactorHolder = z.infer<typeof factorHolder>;

export const inFactorHolder = inEdition.extend({ person: id });

export const listFactorHolders = route({
  method: 'GET',
  path: '/editions/:edition/factor-holders',
  action: 'factor.hand-over',
  summary: 'Who in this edition needs a second factor, and who has one',
  params: inEdition,
  response: z.array(factorHolder),
});

/** A code as it is shown once, to be handed over in person or by telephone. */
export const enrolmentCode = z.strictObject({ code: z.string(), expiresAt: instant });

export const makeEnrolmentCode = route({
  method: 'POST',
  path: '/editions/:edition/factor-holders/:person/enrolment-code',
  action: 'factor.hand-over',
  summary: 'Make the code with which somebody else sets up their first factor; one made before ends',
  params: inFactorHolder,
  response: enrolmentCode,
  factor: 'fresh',
  secret: true,
});

/** What a browser answers when it was asked for a passkey (WebAuthn level 3, §5.1); its signature says the rest. */
const credential = z.looseObject({ id: z.string().min(1).max(1400) });

/** What a browser is asked for a passkey with, as WebAuthn writes it in JSON. */
const passkeyOptions = z.record(z.string(), z.unknown());

export const beginPasskey = route({
  method: 'POST',
  path: '/me/factors/passkeys/options',
  action: 'account.own',
  summary: 'What a browser makes a new passkey from',
  response: passkeyOptions,
  secret: true,
});

export const addPasskey = route({
  method: 'POST',
  path: '/me/factors/passkeys',
  action: 'account.own',
  summary: 'Keep the passkey that the browser made; recovery codes come with the first factor',
  body: z.strictObject({ credential }),
  response: z.strictObject({ recoveryCodes: recoveryCodes.nullable() }),
  secret: true,
});

export const removePasskey = route({
  method: 'DELETE',
  path: '/me/factors/passkeys/:passkey',
  action: 'account.own',
  summary: 'Remove a passkey; the last factor stays',
  params: z.strictObject({ passkey: id }),
  response: done,
  factor: 'fresh',
});

export const beginPasskeyProof = route({
  method: 'POST',
  path: '/me/factors/proof/options',
  action: 'account.own',
  summary: 'What a browser is asked with to show one of the person’s passkeys',
  response: passkeyOptions,
  secret: true,
});

export const proveByPasskey = route({
  method: 'POST',
  path: '/me/factors/proof/passkey',
  action: 'account.own',
  summary: 'Show the second factor in this session by a passkey',
  body: z.strictObject({ credential }),
  response: done,
  secret: true,
});

export const beginPasskeySignIn = route({
  method: 'POST',
  path: '/sign-in/passkeys/options',
  action: 'identity.sign-in',
  summary: 'What a browser is asked with to sign somebody in by a passkey, whoever they are',
  response: passkeyOptions,
  secret: true,
});

export const signInByPasskey = route({
  method: 'POST',
  path: '/sign-in/passkeys',
  action: 'identity.sign-in',
  summary: 'Open a session by a passkey, which is both factors at once',
  body: z.strictObject({ credential }),
  response: done,
  secret: true,
});

export const reportLostFactor = route({
  method: 'POST',
  path: '/editions/:edition/factor-holders/:person/lost',
  action: 'factor.hand-over',
  summary:
    'Say that somebody has lost their second factor; when another member of the host’s team says the same within a day, it is removed and a code for the next one is answered',
  params: inFactorHolder,
  response: z.strictObject({ made: enrolmentCode.nullable() }),
  factor: 'fresh',
  secret: true,
});

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
