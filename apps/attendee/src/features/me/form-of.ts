import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { type DelegateCategory, delegateCategories } from '@forum/domain/people/delegate-category';
import { readableAs } from './readable-as.ts';
import type { Registration } from './registration-state.tsx';

const empty: RegistrationForm = {
  category: 'industry',
  name: {
    given: null,
    family: null,
    nativeScript: null,
    nativeLanguage: null,
    display: '',
    sortKey: '',
    honorific: null,
  },
  office: '',
  organisation: '',
  country: '',
  languages: [],
  dietary: '',
  access: '',
  consents: { profileVisible: false, nextEditions: false, photographs: false },
  firmId: null,
};

/** Whether the host has refused it, so that nothing that is vetted can change any more. */
export const isClosed = (registration: Pick<Registration, 'state'> | null): boolean =>
  registration?.state === 'declined' || registration?.state === 'revoked';

/**
 * What the form begins with: what was typed last, here or elsewhere, else what was submitted, else the name that they
 * gave before and the category that is invited. What was kept in another shape than the form's is left out; of a closed registration only
 * what was submitted still counts.
 */
export function formOf(
  registration: Pick<Registration, 'state' | 'draft' | 'form'> | null,
  keptHere: unknown,
  invited: DelegateCategory = empty.category,
  proposedName: RegistrationForm['name'] | null = null,
): RegistrationForm {
  const typed = isClosed(registration) ? [] : [registration?.draft, keptHere];
  const parts = [registration?.form, ...typed].map((part) => readableAs(empty, part));
  const known: RegistrationForm = Object.assign(
    { ...empty, category: invited, name: proposedName ?? empty.name },
    ...parts,
  );
  return {
    ...known,
    category: delegateCategories.includes(known.category) ? known.category : invited,
    name: { ...empty.name, ...readableAs(empty.name, known.name) },
    consents: { ...empty.consents, ...readableAs(empty.consents, known.consents) },
  };
}
