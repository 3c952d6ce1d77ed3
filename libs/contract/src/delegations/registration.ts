import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { id, instant, line, version } from '../scalars.ts';
import { state } from './delegate-state.ts';
import { places } from './places.ts';
import { registrationDraft, registrationForm, submittedForm } from './registration-form.ts';

/** All that an applicant learns of a firm. */
const firmToRepresent = z.strictObject({ id, name: z.string(), country: z.string().nullable() });
export type FirmToRepresent = z.infer<typeof firmToRepresent>;

export const ownRegistration = z.strictObject({
  delegateId: id,
  version,
  /** Never the reason: an applicant does not see it. */
  state,
  /** As it was kept, by whatever version of the form. */
  draft: z.record(z.string(), z.unknown()).nullable(),
  form: registrationForm.nullable(),
  delegation: z.strictObject({ id, name: z.string(), places }).nullable(),
  /** The firm of the edition that the draft names, or else the form. */
  firm: firmToRepresent.nullable(),
  /** Position on the waiting list of the delegation's category, from 1. */
  waitingPosition: z.int().nullable(),
  submittedAt: instant.nullable(),
});

const registrationPath = '/editions/:edition/registration' as const;

export const readRegistration = route({
  method: 'GET',
  path: registrationPath,
  action: 'registration.own',
  summary: 'My registration in this edition; null before I began one',
  params: inEdition,
  response: ownRegistration.nullable(),
});

export const saveDraft = route({
  method: 'PUT',
  path: `${registrationPath}/draft`,
  action: 'registration.own',
  summary: 'Keep what was typed so far',
  params: inEdition,
  body: z.strictObject({ draft: registrationDraft, invitation: z.string().max(100).optional() }),
  response: ownRegistration,
});

export const submitRegistration = route({
  method: 'POST',
  path: registrationPath,
  action: 'registration.own',
  summary: 'Submit or change a registration; a change of a vetted field asks for vetting again',
  params: inEdition,
  body: z.strictObject({ form: submittedForm, version: version.optional() }),
  response: ownRegistration,
});

/** Whoever registers does not see the directory yet: a name that they know part of, a few at a time, and no more. */
export const findFirmToRepresent = route({
  method: 'GET',
  path: `${registrationPath}/firms`,
  action: 'registration.own',
  summary: 'Firms of the edition by a part of their name, to say for which one I come',
  params: inEdition,
  query: z.strictObject({
    search: line(100)
      .refine((text) => text.length >= 2, 'give at least two characters')
      .meta({ minLength: 2, pattern: '\\S.*\\S' }),
  }),
  response: z.array(firmToRepresent).max(8),
});

export const withdrawRegistration = route({
  method: 'DELETE',
  path: registrationPath,
  action: 'registration.withdraw',
  summary: 'Withdraw; the place goes to the next on the waiting list',
  params: inEdition,
  response: ownRegistration,
});
