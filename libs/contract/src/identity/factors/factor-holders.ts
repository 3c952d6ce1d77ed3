import { staffRoles } from '@forum/domain/identity/role';
import { z } from 'zod';
import { inEdition } from '../../editions/in-edition.ts';
import { route } from '../../route.ts';
import { id, instant } from '../../scalars.ts';
import { personRef } from '../person.ts';

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
