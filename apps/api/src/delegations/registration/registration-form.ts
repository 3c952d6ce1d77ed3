import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { fold } from '@forum/domain/text/fold';
import { type PersonName, sortKeyOf } from '@forum/domain/people/person-name';
import { refuseFields } from '../../http/refuse-field.ts';

/** A form as it was or will be stored, with what it implies: the delegation and the firm it speaks for. */
export interface RegisteredForm extends RegistrationForm {
  delegationId: string | null;
}

/** Refuses a firm to whoever is not of industry, and so represents none. */
export function requireNoStrayFirm({ category, firmId }: RegistrationForm): void {
  if (category === 'industry' || firmId === null) return;
  const remedy = `only people of category industry represent a firm; leave it empty for category ${category}`;
  throw refuseFields('delegate.incomplete', [
    { path: 'body.form.firmId', value: firmId, remedy, rule: 'not_offered' },
  ]);
}

/** The name as it is kept: empty parts absent, and a key that it sorts by. */
export function keptName(name: RegistrationForm['name']): PersonName {
  const kept = {
    given: name.given || null,
    family: name.family || null,
    nativeScript: name.nativeScript || null,
    nativeLanguage: name.nativeLanguage,
    display: name.display,
    honorific: name.honorific || null,
  };
  return { ...kept, sortKey: fold(name.sortKey) || sortKeyOf(kept) || fold(name.display) };
}

/** What people are found by: never their mail address, which is not theirs to search by who may not see it. */
export const searchTextOf = ({ name, office, organisation }: RegistrationForm): string =>
  fold([name.display, name.given, name.family, name.nativeScript, office, organisation].join(' '));

/** The fields in which two forms differ, by the names that the rule of vetting uses. */
export function changedFields(before: RegisteredForm, after: RegisteredForm): string[] {
  const old = flat(before);
  return Object.entries(flat(after))
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]))
    .map(([field]) => field);
}

/** The values of some fields, for the audit. */
export const valuesOf = (form: RegisteredForm, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(flat(form)).filter(([field]) => fields.includes(field)));

function flat({ name, consents, ...fields }: RegisteredForm): Record<string, unknown> {
  return { ...fields, ...name, ...consents };
}
