import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import { capacities, sizeClasses } from '@forum/domain/matchmaking/profile';
import { profileLevels } from '@forum/domain/matchmaking/profile-progress';
import { z } from 'zod';
import { inFirm } from '../firms/in-firm.ts';
import { route } from '../route.ts';
import { countryCode, instant, prose } from '../scalars.ts';
import { capabilityCode, savedVersion } from './shared.ts';

/** One offer or need of a profile. */
export const profileLine = z.strictObject({
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
