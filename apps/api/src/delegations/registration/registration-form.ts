import { type RegistrationForm } from '@forum/contract/delegations';
import { fold } from '@forum/domain/text/fold';
import { type PersonName, sortKeyOf } from '@forum/domain/people/person-name';
import { type RefusedField, refuseFields } from '../../http/refuse-field.ts';

/** A form as it was or will be stored, with what it implies: the delegation and the firm it speaks for. */
export interface RegisteredForm extends RegistrationForm {
  delegationId: string | null;
}

/** Refuses a form that leaves out what is needed, naming each field. */
export function requireComplete(form: RegistrationForm): void {
  const { name } = form;
  const missing: RefusedField[] = [];
  const need = (isThere: unknown, field: string, value: unknown, remedy: string) => {
    if (!isThere) missing.push({ path: `body.form.${field}`, value, remedy });
  };
  need(
    name.given || name.family || name.nativeScript,
    'name.family',
    name.family,
    'fill in the family name, or the given name, or the name in your own script',
  );
  need(form.office, 'office', form.office, 'fill in your office or function');
  need(form.organisation, 'organisation', form.organisation, 'fill in the organisation that you come from');
  need(form.languages.length > 0, 'languages', form.languages, 'choose at least one language that you speak');
  need(
    form.category === 'industry' || form.firmId === null,
    'firmId',
    form.firmId,
    `only people of category industry represent a firm; leave it empty for category ${form.category}`,
  );
  const [first, ...rest] = missing;
  if (first) throw refuseFields('delegate.incomplete', [first, ...rest]);
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
