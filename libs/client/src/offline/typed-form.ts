import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { forgetAll, readerKey } from './reader-keys.ts';

const prefix = 'forum-registration-';

/** The name under which a registration is kept that somebody types for themselves, or for whom they act for. */
export const typedFormKey = readerKey.bind(null, prefix);

/** What was typed on this device and has not reached the server; null when nothing was. */
export function readTypedForm(key: string): Partial<RegistrationForm> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<RegistrationForm> | null;
  } catch {
    return null;
  }
}

/** Keeps what is being typed on this device until the server has it. */
export function keepTypedForm(key: string, form: RegistrationForm): void {
  try {
    localStorage.setItem(key, JSON.stringify(form));
  } catch {
    // Without a store the server's draft is the only copy.
  }
}

/** Forgets what this device kept: the server has it now. */
export const forgetTypedForm = (key: string): void => localStorage.removeItem(key);

/** Forgets every form that was typed on this device, whoever typed it. */
export const forgetTypedForms = (): void => forgetAll(prefix);
