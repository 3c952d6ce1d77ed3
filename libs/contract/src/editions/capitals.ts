import { z } from 'zod';
import { done, route } from '../route.ts';
import { countryCode, filledLine, id, languageTag, version, zone } from '../scalars.ts';

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
