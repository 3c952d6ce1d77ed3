import { aideStates } from '@forum/domain/identity/aide';
import { roles } from '@forum/domain/identity/role';
import { z } from 'zod';
import { done, route } from './route.ts';
import { editionSlug, filledLine, id, instant, languageTag, line, mailAddress, zone } from './scalars.ts';

/** The parts of a person's name; order is never assumed (`research`: Unicode TR35 part 8). */
export const personName = z.strictObject({
  given: line(80).nullable(),
  family: line(80).nullable(),
  nativeScript: line(80).nullable(),
  nativeLanguage: languageTag.nullable(),
  /** As it stands on the badge. */
  display: filledLine(120),
  sortKey: line(120),
  honorific: line(40).nullable(),
});
export type PersonName = z.infer<typeof personName>;

/** A person as others may see them in a list. */
export const personRef = z.strictObject({ id, name: z.string() });

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

/** An edition as a list of several names it. */
const editionRef = z.strictObject({ slug: z.string(), title: z.string() });

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
