import type { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';

type Reader = Pick<NonNullable<RouteOutput<typeof whoAmI>>, 'id' | 'actingFor'>;

/** The name under which this device keeps something of somebody, or of the person for whom they act. */
export const readerKey = (prefix: string, edition: string, me: Reader): string =>
  prefix + [edition, me.id, (me.actingFor?.edition === edition && me.actingFor.id) || me.id].join('-');

/** Forgets all that is kept under names that begin so, of whichever person. */
export function forgetAll(prefix: string): void {
  if (typeof localStorage === 'undefined') return;
  const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at));
  for (const key of keys) if (key?.startsWith(prefix)) localStorage.removeItem(key);
}
