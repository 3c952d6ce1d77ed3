import { accreditationStates } from '@forum/domain/accreditation/accreditation';
import { representationStates } from '@forum/domain/firms/representation';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { aide, personName } from './identity.ts';
import { done, route } from './route.ts';
import {
  countryCode,
  day,
  filledLine,
  flag,
  id,
  instant,
  languageTag,
  line,
  mailAddress,
  paging,
  prose,
  version,
} from './scalars.ts';
import { touched } from './touched.ts';

const category = z.enum(delegateCategories);
const state = z.enum(accreditationStates);

/** Each is asked on its own and may be taken back on its own. */
export const consents = z.strictObject({
  /** Accredited delegates of the edition may find my profile. */
  profileVisible: z.boolean(),
  /** My data may be kept for the next editions. */
  nextEditions: z.boolean(),
  /** The host may take and publish photographs of me. */
  photographs: z.boolean(),
});

/** The form of a registration, as it is read. */
export const registrationForm = z.strictObject({
  category,
  name: personName,
  office: line(160),
  organisation: line(160),
  country: countryCode,
  languages: z.array(languageTag).max(8),
  dietary: line(300),
  access: line(500),
  consents,
  firmId: id.nullable(),
});
export type RegistrationForm = z.infer<typeof registrationForm>;

const saysSomething = (field: string) => ({ properties: { [field]: { type: 'string', pattern: '\\S' } } });

/** A form that is submitted: whatever is missing is named at once, beside whatever else is wrong. */
const submittedForm = registrationForm.extend({
  name: personName
    .refine(({ given, family, nativeScript }) => Boolean(given || family || nativeScript), {
      path: ['family'],
      error: 'give the family name, or the given name, or the name in your own script',
      when: ({ value }) => typeof value === 'object' && value !== null,
    })
    .meta({ anyOf: ['given', 'family', 'nativeScript'].map(saysSomething) }),
  office: filledLine(160),
  organisation: filledLine(160),
  languages: z.array(languageTag).min(1, 'choose at least one language that you speak').max(8),
});

/** What somebody is typing, which may be longer than fits. */
const typed = prose(2000);

/** What is kept while somebody types: any part of the form, as far as it is typed. */
export const registrationDraft = z
  .strictObject({
    category,
    name: z
      .strictObject({
        given: typed.nullable(),
        family: typed.nullable(),
        nativeScript: typed.nullable(),
        nativeLanguage: languageTag.nullable(),
        display: typed,
        sortKey: typed,
        honorific: typed.nullable(),
      })
      .partial(),
    office: typed,
    organisation: typed,
    country: countryCode.or(z.literal('')),
    languages: z.array(languageTag).max(8),
    dietary: typed,
    access: typed,
    consents: consents.partial(),
    firmId: id.nullable(),
  })
  .partial();

const places = z.array(
  z.strictObject({ category, places: z.int().min(0), taken: z.int().min(0), waiting: z.int().min(0) }),
);
export type Places = z.infer<typeof places>;

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

export const delegation = z.strictObject({
  id,
  version,
  kind: z.enum(['country', 'institution', 'firm']),
  name: z.string(),
  country: countryCode.nullable(),
  head: z.strictObject({ id, name: z.string() }).nullable(),
  places,
});
export type Delegation = z.infer<typeof delegation>;

const inDelegation = inEdition.extend({ delegation: id });

export const listDelegations = route({
  method: 'GET',
  path: '/editions/:edition/delegations',
  action: 'delegation.read',
  summary: 'The delegations of an edition; a head sees their own',
  params: inEdition,
  response: z.array(delegation),
});

export const createDelegation = route({
  method: 'POST',
  path: '/editions/:edition/delegations',
  action: 'delegation.create',
  summary: 'Give a country, an institution or a firm a delegation with places',
  params: inEdition,
  body: z.strictObject({
    kind: z.enum(['country', 'institution', 'firm']),
    name: filledLine(160),
    country: countryCode.nullable(),
    headMail: z.email().max(254).nullable(),
    places: z
      .array(z.strictObject({ category, places: z.int().min(0).max(1000) }))
      .max(delegateCategories.length),
  }),
  response: delegation,
});

export const setPlaces = route({
  method: 'PUT',
  path: '/editions/:edition/delegations/:delegation/places',
  action: 'delegation.create',
  summary: 'Change the places of a delegation; fewer than taken keeps the people and admits nobody new',
  params: inDelegation,
  body: z.strictObject({
    version,
    places: z
      .array(z.strictObject({ category, places: z.int().min(0).max(1000) }))
      .max(delegateCategories.length),
  }),
  response: delegation,
});

export const renewInvitation = route({
  method: 'POST',
  path: '/editions/:edition/delegations/:delegation/invitation',
  action: 'delegation.edit',
  summary: 'Make a new invitation link; the one before it stops working',
  params: inDelegation,
  response: z.strictObject({ link: z.url() }),
  secret: true,
});

export const readInvitation = route({
  method: 'GET',
  path: '/editions/:edition/invitations/:secret',
  action: 'edition.read',
  summary: 'Which delegation an invitation link is for',
  params: inEdition.extend({ secret: z.string().min(20).max(100) }),
  response: z.strictObject({ delegation: z.strictObject({ id, name: z.string() }), places }),
});

/** A delegate as the host's officers and a delegation's head see them. */
export const delegateRow = z.strictObject({
  id,
  version,
  name: z.string(),
  nativeName: z.string().nullable(),
  sortKey: z.string(),
  mail: z.string(),
  category,
  office: z.string(),
  organisation: z.string(),
  country: z.string(),
  delegation: z.strictObject({ id, name: z.string() }).nullable(),
  firm: z.strictObject({ id, name: z.string() }).nullable(),
  state,
  /** Only for those who may decide. */
  reason: z.string().nullable(),
  /** Vetted fields that changed after the last decision. */
  changedFields: z.array(z.string()),
  waitingPosition: z.int().nullable(),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  /** How they stand with the firm that they name; null when they name none. */
  representation: z
    .strictObject({
      state: z.enum(representationStates),
      /** Whether the firm has other representatives, who decide first. */
      hasOthers: z.boolean(),
      /** From when the host may confirm them; null for at once. */
      hostMayFrom: instant.nullable(),
      /** What speaks for it: the mail is of the web site in the exhibitor list, or they represented it last year. */
      hints: z.array(z.enum(['mail-of-site', 'last-edition'])),
    })
    .nullable(),
});
export type DelegateRow = z.infer<typeof delegateRow>;

export const listMembers = route({
  method: 'GET',
  path: '/editions/:edition/delegations/:delegation/members',
  action: 'delegation.read',
  summary: 'Who is in a delegation, in which state',
  params: inDelegation,
  query: z.strictObject(paging),
  response: z.strictObject({
    total: z.int(),
    rows: z.array(delegateRow.omit({ reason: true, representation: true })),
  }),
});

export const listDelegates = route({
  method: 'GET',
  path: '/editions/:edition/delegates',
  action: 'accreditation.read',
  summary: 'Delegates for accreditation: filtered, sorted, counted by state',
  params: inEdition,
  query: z.strictObject({
    ...paging,
    search: line(100).optional(),
    state: state.optional(),
    category: category.optional(),
    country: countryCode.optional(),
    delegation: id.optional(),
    /** Those who are accredited and not confirmed for the firm that they name; of these, whom the host may confirm. */
    firms: z.enum(['any', 'waiting', 'waiting-for-host']).default('any'),
    order: z.enum(['name', 'submitted', 'country', 'organisation', 'state']).default('submitted'),
    descending: flag.default(false),
  }),
  response: z.strictObject({
    total: z.int(),
    counts: z.record(z.string(), z.int()),
    /** In the whole edition. */
    unconfirmed: z.strictObject({ waiting: z.int(), forHost: z.int() }),
    rows: z.array(delegateRow),
  }),
});

export const readDelegate = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate',
  action: 'accreditation.read',
  summary: 'One delegate as the list shows them, wherever in it they stand',
  params: inEdition.extend({ delegate: id }),
  response: delegateRow,
});

export const decisions = ['accredit', 'decline', 'waitlist', 'revoke'] as const;

export const decideAccreditation = route({
  method: 'POST',
  path: '/editions/:edition/accreditation',
  action: 'accreditation.decide',
  summary: 'Decide on one or many delegates; each is answered for on its own',
  params: inEdition,
  body: z.strictObject({
    decision: z.enum(decisions),
    /** A coded reason, for the officers only. */
    reason: filledLine(40).nullable(),
    delegates: z
      .array(
        z.strictObject({
          id,
          version,
          /** With an accreditation: confirm them as the first who speaks for the firm that they name. */
          speaksFor: z.strictObject({ firmId: id, reason: filledLine(300) }).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  response: z.strictObject({
    decided: z.array(delegateRow),
    refused: z.array(z.strictObject({ id, code: z.string(), detail: z.string() })),
  }),
});

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

/** What a delegate wrote of food and access, for the host alone; empty where nothing was. */
export const readNeeds = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate/needs',
  action: 'accreditation.read',
  summary: 'The dietary and access needs of a delegate, for the host alone',
  params: inEdition.extend({ delegate: id }),
  response: z.strictObject({ dietary: z.string(), access: z.string() }),
});

const need = z.strictObject({ need: z.string(), delegates: z.int() });

export const readAllNeeds = route({
  method: 'GET',
  path: '/editions/:edition/needs',
  action: 'accreditation.read',
  summary:
    'How many accredited delegates have which dietary and access needs, without names, for caterer and venue',
  params: inEdition,
  response: z.strictObject({ dietary: z.array(need), access: z.array(need) }),
});

/** A delegate as other accredited delegates see them, by consent. No contact data. */
export const profile = z.strictObject({
  id,
  name: z.string(),
  nativeName: z.string().nullable(),
  nativeLanguage: z.string().nullable(),
  honorific: z.string().nullable(),
  category,
  office: z.string(),
  organisation: z.string(),
  country: z.string(),
  languages: z.array(z.string()),
  firm: z.strictObject({ id, name: z.string() }).nullable(),
});
export type Profile = z.infer<typeof profile>;

export const listPeople = route({
  method: 'GET',
  path: '/editions/:edition/people',
  action: 'people.read',
  summary: 'Accredited delegates who let themselves be found',
  params: inEdition,
  query: z.strictObject({
    ...paging,
    search: line(100).optional(),
    category: category.optional(),
    country: countryCode.optional(),
  }),
  response: z.strictObject({
    total: z.int(),
    countries: z.array(z.strictObject({ country: z.string(), count: z.int() })),
    categories: z.array(z.strictObject({ category, count: z.int() })),
    rows: z.array(profile),
  }),
});

export const readPerson = route({
  method: 'GET',
  path: '/editions/:edition/people/:delegate',
  action: 'people.read',
  summary: 'One profile; contact data only where a meeting was agreed',
  params: inEdition.extend({ delegate: id }),
  response: profile.extend({ contact: z.strictObject({ mail: z.string() }).nullable() }),
});

export const grantRole = route({
  method: 'PUT',
  path: '/editions/:edition/roles',
  action: 'role.grant',
  summary: 'Give or take a role in this edition',
  params: inEdition,
  body: z.strictObject({
    mail: z.email().max(254),
    role: z.enum(['organiser', 'accreditation-officer', 'auditor', 'delegation-head']),
    granted: z.boolean(),
  }),
  response: done,
  factor: 'fresh',
});

export const listRoles = route({
  method: 'GET',
  path: '/editions/:edition/roles',
  action: 'role.grant',
  summary: 'Who holds which role in this edition',
  params: inEdition,
  response: z.array(
    z.strictObject({ person: z.strictObject({ id, name: z.string() }), mail: z.string(), role: z.string() }),
  ),
});

export const arrangeAide = route({
  method: 'POST',
  path: '/editions/:edition/aides',
  action: 'aide.arrange',
  summary:
    'Propose an aide on behalf of a principal; it waits until the principal confirms, or the head of their delegation does',
  params: inEdition,
  body: z.strictObject({ delegateId: id, mail: mailAddress }),
  response: aide,
});

export const listAidesOf = route({
  method: 'GET',
  path: '/editions/:edition/delegates/:delegate/aides',
  action: 'aide.manage',
  summary: 'The aides of a delegate: who waits for a confirmation, who was invited, who may act',
  params: inEdition.extend({ delegate: id }),
  response: z.array(aide),
});

export const listAidesToConfirm = route({
  method: 'GET',
  path: '/editions/:edition/aides',
  action: 'aide.confirm',
  summary: 'Aides whom the host proposed for people of my delegation, and who wait for a confirmation',
  params: inEdition,
  response: z.array(aide.extend({ principal: z.strictObject({ id, name: z.string() }) })),
});

const inAideOfEdition = inEdition.extend({ aide: id });

export const confirmAideOf = route({
  method: 'POST',
  path: '/editions/:edition/aides/:aide/confirmation',
  action: 'aide.confirm',
  summary: 'Agree, as the head of the delegation, to an aide whom the host proposed for somebody of it',
  params: inAideOfEdition,
  response: done,
  factor: 'fresh',
});

export const endAideOf = route({
  method: 'DELETE',
  path: '/editions/:edition/aides/:aide',
  action: 'aide.manage',
  summary: 'End what somebody may do as the aide of a delegate, for principals who do not sign in',
  params: inAideOfEdition,
  response: done,
});

export const daySheet = route({
  method: 'GET',
  path: '/editions/:edition/day-sheet',
  action: 'agenda.own',
  summary: 'The day of the person one acts for, as a PDF: sessions, meetings, rooms, who is who',
  params: inEdition,
  query: z.strictObject({ day }),
  response: z.instanceof(Uint8Array),
  produces: 'application/pdf',
});
