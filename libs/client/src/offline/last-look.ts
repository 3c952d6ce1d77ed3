import { forgetAll, readerKey } from './reader-keys.ts';

const prefix = 'forum-looked-';

/** The name under which this device keeps when somebody last looked at their day, or at that of whom they act for. */
export const lookKey = readerKey.bind(null, prefix);

/** When they last looked on this device, in milliseconds since 1970; null if they never did. */
export function lastLook(key: string): number | null {
  try {
    const at = Number(localStorage.getItem(key));
    return at > 0 ? at : null;
  } catch {
    return null;
  }
}

/** Keeps that they look now. */
export function keepLook(key: string, at: number): void {
  try {
    localStorage.setItem(key, String(at));
  } catch {
    // Without a store only what is new within a day is shown as new.
  }
}

/** Forgets who looked when on this device. */
export const forgetLooks = (): void => forgetAll(prefix);
