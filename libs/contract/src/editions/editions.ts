import { phaseNames } from '@forum/domain/editions/phase';
import { z } from 'zod';
import { done, route } from '../route.ts';
import { day, editionSlug, filledLine, heads, id, line, mailAddress, version, zone } from '../scalars.ts';
import { capital } from './capitals.ts';
import { inEdition } from './in-edition.ts';
import { visitorPage } from './visitor-page.ts';

export const edition = z.strictObject({
  id,
  version,
  slug: editionSlug,
  year: z.int(),
  title: z.string(),
  capital,
  venue: z.string(),
  address: z.string(),
  startsOn: day,
  endsOn: day,
  zone,
  /** How the host is reached, in every mail; null where they have not said it. */
  contactMail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  phase: z.enum(phaseNames),
});
export type Edition = z.infer<typeof edition>;

export const listEditions = route({
  method: 'GET',
  path: '/editions',
  action: 'edition.read',
  summary:
    'Every edition that is announced or later; planned ones too for the secretariat and for whoever works at their desk',
  response: z.array(edition),
});

export const readEdition = route({
  method: 'GET',
  path: '/editions/:edition',
  action: 'edition.read',
  summary: 'An edition with its partners and the page for visitors of its capital',
  params: inEdition,
  response: z.strictObject({
    edition,
    partners: z.array(
      z.strictObject({
        id,
        kind: z.enum(['country', 'institution']),
        code: z.string(),
        name: z.string(),
        since: day,
        until: day.nullable(),
      }),
    ),
    visitors: visitorPage,
    heads,
  }),
});

export const createEdition = route({
  method: 'POST',
  path: '/editions',
  action: 'rotation.edit',
  summary: 'Plan an edition; the slug is made of capital and year',
  body: z.strictObject({
    year: z.int().min(2020).max(2100),
    capitalId: id,
    title: filledLine(120),
    venue: line(160),
    address: line(300),
    startsOn: day,
    endsOn: day,
    /** The capital that was set by hand for this year, where the edition is planned in another all the same. */
    insteadOf: id.optional(),
  }),
  response: edition,
});

export const editEdition = route({
  method: 'PATCH',
  path: '/editions/:edition',
  action: 'edition.edit',
  summary: 'Change title, venue, dates of an edition, or how its host is reached',
  params: inEdition,
  body: z.strictObject({
    version,
    title: filledLine(120).optional(),
    venue: line(160).optional(),
    address: line(300).optional(),
    startsOn: day.optional(),
    endsOn: day.optional(),
    contactMail: mailAddress.nullable().optional(),
    contactPhone: filledLine(40).nullable().optional(),
  }),
  response: edition,
});

export const moveToPhase = route({
  method: 'PUT',
  path: '/editions/:edition/phase',
  action: 'edition.edit',
  summary: 'Move an edition to another phase',
  params: inEdition,
  body: z.strictObject({ version, phase: z.enum(phaseNames) }),
  response: edition,
});

export const setPartners = route({
  method: 'PUT',
  path: '/editions/:edition/partners',
  action: 'edition.edit',
  summary: 'Set the dated partner countries and institutions of an edition',
  params: inEdition,
  body: z.strictObject({
    partners: z
      .array(
        z.strictObject({
          kind: z.enum(['country', 'institution']),
          code: filledLine(16),
          name: filledLine(120),
          since: day,
          until: day.nullable(),
        }),
      )
      .max(300),
  }),
  response: done,
});
