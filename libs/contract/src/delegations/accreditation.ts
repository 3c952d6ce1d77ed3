import { accreditationReasons } from '@forum/domain/accreditation/accreditation';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { touched } from '../losses/touched.ts';
import { route, type RouteInput } from '../route.ts';
import { filledLine, id, instant, version } from '../scalars.ts';
import { delegateRow } from './delegates.ts';

export const decisions = ['accredit', 'decline', 'waitlist', 'revoke'] as const;
export type Decision = (typeof decisions)[number];

/** Decisions that have a coded reason. */
export const refusals = ['decline', 'revoke'] as const satisfies readonly Decision[];
export const isRefusal = (decision: Decision): decision is (typeof refusals)[number] =>
  refusals.some((one) => one === decision);

const delegates = z
  .array(
    z.strictObject({
      id,
      version,
      /** With an accreditation: confirm them as the first who speaks for the firm that they name. */
      speaksFor: z.strictObject({ firmId: id, reason: filledLine(300) }).optional(),
    }),
  )
  .min(1)
  .max(200);

export const decideAccreditation = route({
  method: 'POST',
  path: '/editions/:edition/accreditation',
  action: 'accreditation.decide',
  summary: 'Decide on one or many delegates; each is answered for on its own',
  params: inEdition,
  body: z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.enum(decisions).exclude(refusals),
      reason: z.null({ error: 'give null: only who is declined or revoked has a reason' }),
      delegates,
    }),
    z.strictObject({
      decision: z.enum(refusals),
      /** For the officers alone; the applicant does not see it. */
      reason: z.enum(accreditationReasons, { error: `give one of ${accreditationReasons.join(', ')}` }),
      delegates,
    }),
  ]),
  response: z.strictObject({
    decided: z.array(delegateRow),
    refused: z.array(z.strictObject({ id, code: z.string(), detail: z.string() })),
  }),
});

/** What is decided, on whom, and why. */
export type DecisionToMake = RouteInput<typeof decideAccreditation>['body'];

export const foreseeDecision = route({
  method: 'POST',
  path: '/editions/:edition/accreditation/touched',
  action: 'accreditation.decide',
  summary: 'Which meetings and requests would be touched if these delegates could not come; nothing is saved',
  params: inEdition,
  body: z.strictObject({ delegates: z.array(id).min(1).max(200) }),
  response: touched,
});

export const accreditationHistory = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate/history',
  action: 'accreditation.read',
  summary: 'Every decision on a delegate: who, for whom, when, why',
  params: inEdition.extend({ delegate: id }),
  response: z.array(
    z.strictObject({
      at: instant,
      by: z.string(),
      /** Whom they acted for, if for somebody else. */
      actedFor: z.string().nullable(),
      decision: z.string(),
      reason: z.string().nullable(),
    }),
  ),
});
