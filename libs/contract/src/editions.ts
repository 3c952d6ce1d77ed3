import { phaseNames } from '@forum/domain/editions/phase';
import { z } from 'zod';
import { done, route } from './route.ts';
import {
  countryCode,
  day,
  editionSlug,
  filledLine,
  heads,
  id,
  instant,
  languageTag,
  line,
  mailAddress,
  prose,
  version,
  zone,
} from './scalars.ts';

export const inEdition = z.strictObject({ edition: editionSlug });

/** What a visitor must know of a capital; Markdown is not read, line breaks are kept. */
export const visitorPage = z.strictObject({
  entryRules: prose(8000),
  transport: prose(8000),
  embassies: prose(8000),
  emergencyNumbers: prose(2000),
});
export type VisitorPage = z.infer<typeof visitorPage>;

export const capital = z.strictObject({
  id,
  version,
  slug: z.string(),
  /** In English. */
  name: z.string(),
  /** In other languages, by their tag. */
  names: z.record(z.string(), z.string()),
  country: countryCode,
  zone,
  region: z.enum(['europe', 'indo-pacific']),
  /** The accent of its editions: `jade`, `blue`, `vermilion`, `ochre`, `saffron` or `slate`. */
  accent: z.string(),
  willing: z.boolean(),
});
export type Capital = z.infer<typeof capital>;

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

const hostReason = z.looseObject({ code: z.string() });

/** One year of the ring: a host that was, is, is chosen by hand, or is proposed, and why. */
export const ringYear = z.strictObject({
  year: z.int(),
  /** Null when the reader may not know the host yet. */
  capital: capital.nullable(),
  standing: z.enum(['held', 'current', 'announced', 'fixed', 'proposed', 'to-be-announced']),
  edition: editionSlug.nullable(),
  reasons: z.array(hostReason),
});
export type RingYear = z.infer<typeof ringYear>;

export const frontPage = route({
  method: 'GET',
  path: '/forum',
  action: 'edition.read',
  summary: 'The current edition and the ring of past and coming hosts',
  response: z.strictObject({
    current: edition.nullable(),
    ring: z.array(ringYear),
    demo: z.boolean(),
    now: instant,
  }),
});

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

export const listCapitals = route({
  method: 'GET',
  path: '/capitals',
  action: 'edition.read',
  summary: 'Every capital that hosts or may host',
  response: z.array(capital),
});

const capitalFields = {
  name: filledLine(80),
  names: z.record(languageTag, filledLine(80)),
  country: countryCode,
  zone,
  region: z.enum(['europe', 'indo-pacific']),
  accent: z.enum(['jade', 'blue', 'vermilion', 'ochre', 'saffron', 'slate']),
  willing: z.boolean(),
};

export const addCapital = route({
  method: 'POST',
  path: '/capitals',
  action: 'rotation.edit',
  summary: 'Add a capital',
  body: z.strictObject({
    ...capitalFields,
    names: capitalFields.names.default({}),
    accent: capitalFields.accent.default('slate'),
    /** Whether it hosts is a step of its own, since it changes the years to come. */
    willing: capitalFields.willing.default(false),
  }),
  response: capital,
});

const ofCapital = z.strictObject({ capital: id });

export const editCapital = route({
  method: 'PATCH',
  path: '/capitals/:capital',
  action: 'rotation.edit',
  summary:
    'Correct a capital, or say whether it is willing to host; country and zone stand once an edition depends on them',
  params: ofCapital,
  body: z.strictObject({ version, ...z.object(capitalFields).partial().shape }),
  response: capital,
});

export const removeCapital = route({
  method: 'DELETE',
  path: '/capitals/:capital',
  action: 'rotation.edit',
  summary: 'Remove a capital that no edition and no choice by hand names',
  params: ofCapital,
  response: done,
});

export const editVisitorPage = route({
  method: 'PUT',
  path: '/editions/:edition/visitors',
  action: 'edition.edit',
  summary: 'Write the page for visitors of the host capital',
  params: inEdition,
  body: visitorPage,
  response: done,
});

export const setHost = route({
  method: 'PUT',
  path: '/rotation/:year',
  action: 'rotation.edit',
  summary: 'Set the host of a coming year by hand, with a reason that is shown',
  params: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  body: z.strictObject({ capitalId: id, reason: filledLine(300) }),
  response: z.array(ringYear),
});

export const swapHosts = route({
  method: 'POST',
  path: '/rotation/swaps',
  action: 'rotation.edit',
  summary: 'Swap the hosts of two coming years, with a reason that is shown',
  body: z.strictObject({ first: z.int(), second: z.int(), reason: filledLine(300) }),
  response: z.array(ringYear),
});

export const releaseHost = route({
  method: 'DELETE',
  path: '/rotation/:year',
  action: 'rotation.edit',
  summary: 'Take back a host set by hand; the rule proposes again',
  params: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  response: z.array(ringYear),
});
