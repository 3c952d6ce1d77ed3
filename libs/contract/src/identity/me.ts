import { roles } from '@forum/domain/identity/role';
import { z } from 'zod';
import { editionRef } from '../editions/edition-ref.ts';
import { done, route } from '../route.ts';
import { id, instant, languageTag, zone } from '../scalars.ts';
import { personName, personRef } from './person.ts';

/** Whom an aide acts for, under which relation, and in which edition: in no other. */
const actingFor = z.strictObject({ id, name: z.string(), aide: id, edition: z.string() }).nullable();

/** Who is signed in, whom they act for, and what they are in an edition. */
export const whoAmI = route({
  method: 'GET',
  path: '/me',
  action: 'identity.sign-in',
  summary:
    'The signed-in person, whom they act for, their principals and their editions; null when nobody is signed in',
  response: z
    .strictObject({
      id,
      mail: z.string(),
      name: z.string(),
      language: z.string(),
      /** Chosen; null to read in the device's. */
      zone: z.string().nullable(),
      /** Where a device of theirs last was. */
      deviceZone: z.string().nullable(),
      actingFor,
      /** Of the forum's own secretariat, as far as this session can use it. */
      secretariat: z.boolean(),
      secondFactor: z.strictObject({
        /** A role of theirs, in whatever edition, waits until a second factor is shown. */
        wanted: z.boolean(),
        enrolled: z.boolean(),
        /** This session has shown one. */
        shown: z.boolean(),
      }),
      /** Of the one they act as: what a new registration begins with; null while nobody has said it. */
      proposedName: personName.nullable().default(null),
      /** Whom this person may act for, each in one edition. */
      principals: z.array(
        personRef.extend({
          aide: id,
          edition: editionRef,
          /** Whether this person is accredited there; until then they may only fill in the principal's registration. */
          accredited: z.boolean(),
        }),
      ),
      /** In the edition in which they act for somebody, as they stand there for that person. */
      editions: z.array(
        z.strictObject({
          slug: z.string(),
          /** Those that this session can use. */
          roles: z.array(z.enum(roles)),
          delegateId: id.nullable(),
          accredited: z.boolean(),
          firmId: id.nullable(),
          delegationId: id.nullable(),
        }),
      ),
    })
    .nullable(),
});

export const editMe = route({
  method: 'PATCH',
  path: '/me',
  action: 'account.own',
  summary: 'Set the language and the time zone that the signed-in person reads in',
  body: z.strictObject({
    language: languageTag.optional(),
    zone: zone.nullable().optional(),
    /** The zone of the device that asks; mails tell its time while no zone is chosen. */
    deviceZone: zone.optional(),
  }),
  response: done,
});

export const listSessions = route({
  method: 'GET',
  path: '/me/sessions',
  action: 'account.own',
  summary: 'The devices on which this person is signed in',
  response: z.array(
    z.strictObject({ id, current: z.boolean(), device: z.string(), createdAt: instant, lastSeenAt: instant }),
  ),
});

export const endSession = route({
  method: 'DELETE',
  path: '/me/sessions/:session',
  action: 'account.own',
  summary: 'Sign out one device; `current` for this one',
  params: z.strictObject({ session: z.union([id, z.literal('current')]) }),
  response: done,
});

export const actFor = route({
  method: 'PUT',
  path: '/me/acting-for',
  action: 'account.own',
  summary:
    'Act for one of my principals, in the edition of the relation that is named, or for myself again with null',
  body: z.strictObject({ aide: id.nullable() }),
  response: done,
});
