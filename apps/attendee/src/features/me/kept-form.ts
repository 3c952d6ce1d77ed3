import { type RegistrationForm } from '@forum/contract/delegations';

const keyOf = (edition: string) => `forum-registration-${edition}`;

/** What was typed on this device and has not reached the server; null when nothing was. */
export function readKeptForm(edition: string): Partial<RegistrationForm> | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(edition)) ?? 'null') as Partial<RegistrationForm> | null;
  } catch {
    return null;
  }
}

/** Keeps what is being typed on this device until the server has it. */
export function keepForm(edition: string, form: RegistrationForm): void {
  try {
    localStorage.setItem(keyOf(edition), JSON.stringify(form));
  } catch {
    // Without a store the server's draft is the only copy.
  }
}

/** Forgets what this device kept: the server has it now. */
export const forgetForm = (edition: string): void => localStorage.removeItem(keyOf(edition));
