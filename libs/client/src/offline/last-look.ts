import type { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';

type SignedIn = NonNullable<RouteOutput<typeof whoAmI>>;

const prefix = 'forum-looked-';

/** The name under which this device keeps when somebody last looked at their day, or at that of whom they act for. */
export const lookKey = (edition: string, me: Pick<SignedIn, 'id' | 'actingFor'>): string =>
  prefix + [edition, me.id, (me.actingFor?.edition === edition && me.actingFor.id) || me.id].join('-');

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
export function forgetLooks(): void {
  if (typeof localStorage === 'undefined') return;
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
  for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key);
}
