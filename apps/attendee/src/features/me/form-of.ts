import { type RegistrationForm } from '@forum/contract/delegations';
import { type Registration } from './registration-state.tsx';

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

/** What the form begins with: what was typed last, here or elsewhere, else what was submitted, else nothing. */
export function formOf(
  registration: Registration | null,
  keptHere: Partial<RegistrationForm> | null,
): RegistrationForm {
  const draft = (registration?.draft ?? {}) as Partial<RegistrationForm>;
  const submitted: Partial<RegistrationForm> = registration?.form ?? {};
  const known = { ...empty, ...submitted, ...draft, ...keptHere };
  return {
    ...known,
    name: { ...empty.name, ...known.name },
    consents: { ...empty.consents, ...known.consents },
  };
}
