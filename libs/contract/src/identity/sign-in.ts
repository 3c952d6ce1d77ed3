import { z } from 'zod';
import { done, route } from '../route.ts';
import { id, instant, languageTag, mailAddress } from '../scalars.ts';

export const askForCode = route({
  method: 'POST',
  path: '/sign-in/codes',
  action: 'identity.sign-in',
  summary: 'Send a sign-in code to a mail address; the answer is the same for every address',
  body: z.strictObject({
    mail: mailAddress,
    language: languageTag.default('en'),
    /** The solution of the puzzle of an earlier refusal, `auth.work_needed`: see `solutionOf` in the domain. */
    work: z.strictObject({ puzzle: z.string().max(200), nonce: z.int().min(0) }).optional(),
  }),
  response: z.strictObject({
    challenge: id,
    expiresAt: instant,
    /** Within how many minutes the mail arrives at the latest. */
    withinMinutes: z.int().min(1),
  }),
  secret: true,
});

export const signInByCode = route({
  method: 'POST',
  path: '/sign-in/sessions',
  action: 'identity.sign-in',
  summary: 'Open a session with the code that was typed where it was asked for',
  body: z.strictObject({ challenge: id, code: z.string().max(32) }),
  response: done,
  secret: true,
});

export const signInByLink = route({
  method: 'POST',
  path: '/sign-in/links',
  action: 'identity.sign-in',
  summary: 'Open a session with the secret of a mailed link; only this button consumes it',
  body: z.strictObject({ secret: z.string().min(20).max(100) }),
  response: done,
  secret: true,
});
