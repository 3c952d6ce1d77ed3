import type { Edition } from '@forum/contract/editions/editions';
import { opensDesk } from '@forum/domain/identity/role';
import type { SignedIn } from '@forum/ui/lib/edition';

/** The editions of a list at whose desk somebody may work, in the order of the list. */
export function ownEditions(editions: readonly Edition[], me: SignedIn | null): Edition[] {
  const own = new Set(me?.editions.filter(({ roles }) => opensDesk(roles)).map(({ slug }) => slug));
  return editions.filter(({ slug }) => own.has(slug));
}

/** The edition that the desk opens with: the current one if somebody works there, else the latest of their own, else what there is. */
export function firstEdition(
  editions: readonly Edition[],
  me: SignedIn | null,
  current: Pick<Edition, 'slug'> | null,
): string | null {
  const own = ownEditions(editions, me);
  const here = own.find(({ slug }) => slug === current?.slug) ?? own[0] ?? current ?? editions[0];
  return here?.slug ?? null;
}
