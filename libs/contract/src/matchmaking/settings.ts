import { cooperationModes } from '@forum/domain/matchmaking/cooperation';
import { sizeClasses } from '@forum/domain/matchmaking/profile';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { countryCode, filledLine, id, instant, line } from '../scalars.ts';
import { capabilityCode, namedFirm, savedVersion } from './shared.ts';

const points = z.int().min(0).max(1000);
const sizes = z.array(z.enum(sizeClasses)).max(5);

/** Some of many; all is said by null, because none at all would fit nobody. */
const someOf = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).min(1, 'name at least one, or null for all').max(most).nullable();
const countries = someOf(countryCode, 60);
const group = z.strictObject({ sizes: someOf(z.enum(sizeClasses), 5), countries });

export const matchSettings = z.strictObject({
  weights: z.strictObject({
    capability: points,
    mode: points,
    maturity: points,
    capacity: points,
    leadTime: points,
    interest: points,
    underWay: points,
    contract: points,
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
        capabilities: someOf(capabilityCode, 60),
        modes: someOf(z.enum(cooperationModes), 10),
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
  /** In what capacity the people of a party take part. */
  categories: someOf(z.enum(delegateCategories), 20),
  countries,
  firms: someOf(id, 200),
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

export const listRuleFirms = route({
  method: 'GET',
  path: '/editions/:edition/match-settings/firms',
  action: 'matchmaking.edit',
  summary: 'The firms that the rules who may meet whom name',
  params: inEdition,
  response: z.array(namedFirm),
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
