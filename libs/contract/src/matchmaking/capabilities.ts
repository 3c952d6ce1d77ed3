import { schemes } from '@forum/domain/matchmaking/taxonomy/capability';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { filledLine, flag, line } from '../scalars.ts';
import { capabilityCode } from './shared.ts';

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
