import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { route } from '../route.ts';
import { countryCode, id, line, paging } from '../scalars.ts';
import { category } from './delegate-state.ts';

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
