import { z } from 'zod';
import { done, route } from '../../route.ts';
import { id } from '../../scalars.ts';
import { recoveryCodes } from './factors.ts';

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
