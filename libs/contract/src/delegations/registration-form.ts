import { z } from 'zod';
import { personName } from '../identity/person.ts';
import { countryCode, filledLine, id, languageTag, line, prose } from '../scalars.ts';
import { category } from './delegate-state.ts';

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
export const submittedForm = registrationForm.extend({
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
