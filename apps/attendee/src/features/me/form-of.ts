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

/** Whether the host has refused it, so that nothing that is vetted can change any more. */
export const isClosed = (registration: Registration | null): boolean =>
  registration?.state === 'declined' || registration?.state === 'revoked';

/**
 * What the form begins with: what was typed last, here or elsewhere, else what was submitted, else nothing. Of a closed
 * registration only what was submitted still counts.
 */
export function formOf(
  registration: Registration | null,
  keptHere: Partial<RegistrationForm> | null,
): RegistrationForm {
  const typed = isClosed(registration) ? {} : { ...registration?.draft, ...keptHere };
  const known: RegistrationForm = { ...empty, ...registration?.form, ...typed };
  return {
    ...known,
    name: { ...empty.name, ...known.name },
    consents: { ...empty.consents, ...known.consents },
  };
}
