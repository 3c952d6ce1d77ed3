import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import { profileLevels } from '@forum/domain/matchmaking/profile-progress';
import { capacities, sizeClasses } from '@forum/domain/matchmaking/profile';
import { schemes } from '@forum/domain/matchmaking/taxonomy/capability';
import { wishGrades } from '@forum/domain/matchmaking/wishes';
import { z } from 'zod';
import { inEdition } from './editions.ts';
import { route } from './route.ts';
import { countryCode, filledLine, flag, id, instant, line, paging, prose } from './scalars.ts';

const inFirm = inEdition.extend({ firm: id });

/** Raised by each save, from 0 before the first. */
const savedVersion = z.int().min(0);

const capabilityCode = filledLine(60);

/** Something that a firm can offer or need, from the edition's list. */
export const capability = z.strictObject({
  code: z.string(),
  scheme: z.enum(schemes),
  title: z.strictObject({ en: z.string(), ko: z.string() }),
  parent: z.string().nullable(),
  synonyms: z.array(z.string()),
  related: z.array(z.string()),
  verified: z.boolean(),
  /** Hidden ones stay in profiles that have them and are offered to nobody else. */
  hidden: z.boolean(),
  /** Changed or added by the secretariat of this edition. */
  changed: z.boolean(),
});
export type CapabilityEntry = z.infer<typeof capability>;

export const listCapabilities = route({
  method: 'GET',
  path: '/editions/:edition/capabilities',
  action: 'matchmaking.read',
  summary: 'The capabilities that profiles of an edition are made of, or those that a search finds',
  params: inEdition,
  query: z.strictObject({ search: line(100).optional(), hidden: flag.default(true) }),
  response: z.array(capability),
});

export const editCapability = route({
  method: 'PUT',
  path: '/editions/:edition/capabilities',
  action: 'matchmaking.edit',
  summary: 'Retitle, hide or add a capability; one that says what was shipped is no change any more',
  params: inEdition,
  body: z.strictObject({
    code: z
      .string()
      .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'a code such as sensors.radar')
      .max(60),
    title: filledLine(120),
    titleKo: filledLine(120),
    parent: capabilityCode.nullable(),
    synonyms: z.array(filledLine(80)).max(40),
    hidden: z.boolean(),
  }),
  response: capability,
});

const profileLine = z.strictObject({
  capability: capabilityCode,
  mode: z.enum(cooperationModes),
  /** Technology readiness, 1 to 9. */
  maturity: z.int().min(1).max(9).nullable(),
  capacity: z.enum(capacities).nullable(),
  leadTimeWeeks: z.int().min(0).max(1000).nullable(),
  note: prose(2000).nullable(),
});
export type ProfileLineForm = z.infer<typeof profileLine>;

/** What a firm says to be matched; null is not said, an empty list is none. */
export const profileContent = z.strictObject({
  size: z.enum(sizeClasses).nullable(),
  establishedIn: z.array(countryCode).max(300).nullable(),
  controlledFrom: z.array(countryCode).max(300).nullable(),
  interests: z.array(countryCode).max(300).nullable(),
  offers: z.array(profileLine).max(1000),
  needs: z.array(profileLine).max(1000),
});
export type ProfileContent = z.infer<typeof profileContent>;

const progress = z.strictObject({
  level: z.enum(profileLevels).nullable(),
  percent: z.int(),
  missing: z.array(
    z.strictObject({ level: z.enum(profileLevels), field: z.string(), line: z.int().nullable() }),
  ),
});

/** A firm's profile as its own people see it. */
export const ownProfile = z.strictObject({
  version: savedVersion,
  /** Whether it is shown to others; before that it is a draft. */
  confirmed: z.boolean(),
  content: profileContent,
  progress,
  updatedAt: instant.nullable(),
  updatedBy: z.string().nullable(),
  /** What the categories of the exhibitor list suggest, while nothing is confirmed. */
  suggested: z.strictObject({
    offers: z.array(
      z.strictObject({
        capability: z.string(),
        mode: z.enum(cooperationModes),
        because: z.array(z.string()),
      }),
    ),
    unread: z.array(z.string()),
  }),
  /** The edition whose profile could be carried over with consent. */
  earlier: z.string().nullable(),
});
export type OwnProfile = z.infer<typeof ownProfile>;

export const readProfile = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/profile',
  action: 'profile.edit',
  summary: 'The profile of one’s own firm with its progress and what could begin it',
  params: inFirm,
  response: ownProfile,
});

export const saveProfile = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/profile',
  action: 'profile.edit',
  summary: 'Save a profile as a draft, or confirm it for others to see; a stale one answers with the current',
  params: inFirm,
  body: z.strictObject({ version: savedVersion, confirmed: z.boolean(), content: profileContent }),
  limit: 1024 * 1024,
  response: ownProfile,
});

export const carryOverProfile = route({
  method: 'POST',
  path: '/editions/:edition/firms/:firm/profile/carry-over',
  action: 'profile.edit',
  summary: 'The firm’s profile of an earlier edition in the list of this one; nothing is saved',
  params: inFirm,
  body: z.strictObject({ consented: z.literal(true) }),
  response: z.strictObject({
    edition: z.string().nullable(),
    content: profileContent.nullable(),
    dropped: z.array(profileLine),
  }),
});

/** A profile as other firms see it: without countries of interest and of control. */
export const shownProfile = profileContent.omit({ controlledFrom: true, interests: true }).extend({
  /** False for what only the categories of the exhibitor list say. */
  confirmed: z.boolean(),
});

export const seeProfile = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/shown-profile',
  action: 'matchmaking.read',
  summary: 'What a firm offers and needs, as others see it',
  params: inFirm,
  response: shownProfile,
});

const side = z.enum(['ours', 'theirs']);
const comparedLine = profileLine.omit({ note: true });

/** One reason of a score, in whole points, negative where it takes off. */
export const matchTerm = z.strictObject({
  kind: z.enum([
    'capability',
    'mode',
    'maturity',
    'capacity',
    'leadTime',
    'further',
    'sale',
    'interest',
    'goal',
    'underWay',
    'metBefore',
    'noShow',
    'balance',
  ]),
  /** Whose gain it is; null for the balance between both. */
  gain: side.nullable(),
  points: z.int(),
  /** A need that the other firm’s offer meets. */
  line: z.strictObject({ needOf: side, place: z.int(), need: comparedLine, offer: comparedLine }).nullable(),
  /** The country of an interest, or the goal. */
  about: z.string().nullable(),
});
export type MatchTerm = z.infer<typeof matchTerm>;

const matchedFirm = z.strictObject({
  id,
  name: z.string(),
  country: z.string().nullable(),
  stand: z.string().nullable(),
  size: z.enum(sizeClasses).nullable(),
  confirmed: z.boolean(),
});

const grade = z.enum(wishGrades);

const wishesStatus = z.strictObject({
  deadline: instant,
  open: z.boolean(),
  asked: z.int(),
  musts: z.int(),
  given: z.int(),
  missing: z.int(),
  mustsLeft: z.int(),
});
export type WishesStatus = z.infer<typeof wishesStatus>;

export const listSuggestions = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/suggestions',
  action: 'wish.own',
  summary: 'Whom a firm should meet and why, best first; the terms of each sum to its score',
  params: inFirm,
  response: z.strictObject({
    status: wishesStatus,
    /** Whether the firm has said anything to be matched by. */
    speaking: z.boolean(),
    /** The highest score, for drawing the others beside it. */
    best: z.int(),
    rows: z.array(
      z.strictObject({
        firm: matchedFirm,
        score: z.int(),
        why: z.enum(['primes-for-small', 'reach', 'score']),
        terms: z.array(matchTerm),
        grade: grade.nullable(),
      }),
    ),
  }),
});
export type Suggestions = z.infer<typeof listSuggestions.response>;

export const explainMatch = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/match',
  action: 'wish.own',
  summary: 'Why one’s own firm should meet this one; nothing when they have nothing in common',
  params: inFirm,
  query: z.strictObject({
    /** On behalf of which firm, for the secretariat. */
    for: id.optional(),
  }),
  response: z.strictObject({
    score: z.int(),
    terms: z.array(matchTerm),
    grade: grade.nullable(),
    status: wishesStatus,
  }),
});

export const listWishes = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/wishes',
  action: 'wish.own',
  summary: 'The wishes of a firm, its musts first, and what they still lack',
  params: inFirm,
  response: z.strictObject({
    status: wishesStatus,
    rows: z.array(
      z.strictObject({ firm: matchedFirm, grade, gradedAt: instant, gradedBy: z.string().nullable() }),
    ),
    /** Suggested firms without a grade. */
    ungraded: z.int(),
  }),
});

export const gradeWish = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/wishes',
  action: 'wish.own',
  summary: 'Grade how much a firm wishes to meet another, or withdraw the wish with null',
  params: inFirm,
  body: z.strictObject({ to: id, grade: grade.nullable() }),
  response: wishesStatus,
});

const reason = filledLine(300);

export const listNoMeets = route({
  method: 'GET',
  path: '/editions/:edition/firms/:firm/no-meets',
  action: 'no-meet.own',
  summary: 'Firms that one’s own firm never wants to meet; the others learn nothing of it',
  params: inFirm,
  response: z.array(z.strictObject({ firm: matchedFirm, reason: z.string(), namedAt: instant })),
});

export const setNoMeet = route({
  method: 'PUT',
  path: '/editions/:edition/firms/:firm/no-meets',
  action: 'no-meet.own',
  summary: 'Name a firm never to be met, or take it back with null',
  params: inFirm,
  body: z.strictObject({ other: id, reason: reason.nullable() }),
  response: z.strictObject({ ok: z.literal(true) }),
});

const namedFirm = z.strictObject({ id, name: z.string(), country: z.string().nullable() });

export const listAllNoMeets = route({
  method: 'GET',
  path: '/editions/:edition/no-meets',
  action: 'matchmaking.edit',
  summary: 'Every pair of firms that must not meet, with the reason',
  params: inEdition,
  response: z.array(
    z.strictObject({
      firms: z.tuple([namedFirm, namedFirm]),
      reason: z.string(),
      byHost: z.boolean(),
      namedAt: instant,
    }),
  ),
});

export const setHostNoMeet = route({
  method: 'PUT',
  path: '/editions/:edition/no-meets',
  action: 'matchmaking.edit',
  summary: 'Keep two firms apart in the host’s name, or take it back with null',
  params: inEdition,
  body: z.strictObject({ firms: z.tuple([id, id]), reason: reason.nullable() }),
  response: z.strictObject({ ok: z.literal(true) }),
});

const points = z.int().min(0).max(1000);
const sizes = z.array(z.enum(sizeClasses)).max(5);
const countries = z.array(countryCode).max(60);
const group = z.strictObject({ sizes: sizes.nullable(), countries: countries.nullable() });

export const matchSettings = z.strictObject({
  weights: z.strictObject({
    capability: points,
    mode: points,
    maturity: points,
    capacity: points,
    leadTime: points,
    interest: points,
    underWay: points,
    metBefore: points,
    noShow: points,
  }),
  saleShare: z.int().min(0).max(100),
  lineShares: z.array(z.int().min(0).max(100)).min(1).max(5),
  goals: z
    .array(
      z.strictObject({
        id: filledLine(80),
        points,
        capabilities: z.array(capabilityCode).max(60).nullable(),
        modes: z.array(z.enum(cooperationModes)).max(10).nullable(),
        between: z.tuple([group, group]).nullable(),
      }),
    )
    .max(12),
  suggestions: z.strictObject({
    usual: points,
    perFreeSlot: points,
    most: points,
    reach: points,
    primesForSmall: points,
    smallSizes: sizes,
    primeSizes: sizes,
  }),
  lot: z.int().min(0).max(2_147_483_647),
});
export type MatchSettingsForm = z.infer<typeof matchSettings>;

const selector = z.strictObject({
  categories: z.array(filledLine(80)).max(20).nullable(),
  countries: countries.nullable(),
  firms: z.array(id).max(200).nullable(),
});

export const meetingRule = z.strictObject({
  id: filledLine(60),
  effect: z.enum(['allow', 'forbid']),
  between: z.tuple([selector, selector]),
  reason: line(300),
});
export type MeetingRuleForm = z.infer<typeof meetingRule>;

const wishTerms = z.strictObject({
  /** Until the edition ends when it is null. */
  deadline: instant.nullable(),
  musts: z.int().min(0).max(100),
  asked: z.int().min(0).max(200),
});

const settingsOfEdition = z.strictObject({
  version: savedVersion,
  settings: matchSettings,
  rules: z.array(meetingRule).max(100),
  terms: wishTerms,
});
export type SettingsOfEdition = z.infer<typeof settingsOfEdition>;

export const readMatchSettings = route({
  method: 'GET',
  path: '/editions/:edition/match-settings',
  action: 'matchmaking.edit',
  summary: 'How an edition matches firms: weights, who may meet whom, and the terms of wishes',
  params: inEdition,
  response: settingsOfEdition,
});

export const saveMatchSettings = route({
  method: 'PUT',
  path: '/editions/:edition/match-settings',
  action: 'matchmaking.edit',
  summary: 'Set how the edition matches',
  params: inEdition,
  body: settingsOfEdition,
  limit: 512 * 1024,
  response: settingsOfEdition,
});

const figures = z.strictObject({
  suggested: z.int(),
  unreached: z.int(),
  belowFloor: z.int(),
  exposureGini: z.number(),
});

export const previewMatchSettings = route({
  method: 'POST',
  path: '/editions/:edition/match-settings/preview',
  action: 'matchmaking.edit',
  summary: 'What other weights would change, before they are set',
  params: inEdition,
  body: z.strictObject({ settings: matchSettings }),
  limit: 512 * 1024,
  response: z.strictObject({
    before: figures,
    after: figures,
    gained: z.int(),
    lost: z.int(),
    changed: z.int(),
    /** The most changed. */
    firms: z.array(z.strictObject({ firm: namedFirm, gained: z.array(namedFirm), lost: z.array(namedFirm) })),
  }),
});
export type SettingsPreview = z.infer<typeof previewMatchSettings.response>;

export const lacks = ['profile', 'wishes'] as const;

export const listReadiness = route({
  method: 'GET',
  path: '/editions/:edition/match-readiness',
  action: 'matchmaking.edit',
  summary: 'Which firms still lack a profile or wishes',
  params: inEdition,
  query: z.strictObject({ ...paging, lack: z.enum(lacks).optional(), search: line(100).optional() }),
  response: z.strictObject({
    total: z.int(),
    counts: z.strictObject({ firms: z.int(), profile: z.int(), wishes: z.int() }),
    rows: z.array(
      z.strictObject({
        firm: namedFirm,
        confirmed: z.boolean(),
        level: z.enum(profileLevels).nullable(),
        percent: z.int(),
        wishes: z.int(),
        asked: z.int(),
        remindedAt: instant.nullable(),
      }),
    ),
  }),
});

export const remindFirms = route({
  method: 'POST',
  path: '/editions/:edition/match-reminders',
  action: 'matchmaking.edit',
  summary: 'Mail firms that lack a profile or wishes; each is reminded at most once a day',
  params: inEdition,
  body: z.strictObject({ firms: z.array(id).min(1).max(500) }),
  response: z.strictObject({ mails: z.int() }),
});
