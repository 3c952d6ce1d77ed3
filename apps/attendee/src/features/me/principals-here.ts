import type { SignedIn } from '@forum/ui/lib/edition';

/** For whom somebody may act in an edition, while they act for nobody. */
export const principalsHere = (
  me: Pick<SignedIn, 'principals' | 'actingFor'> | null,
  edition: string,
): SignedIn['principals'] =>
  me && !me.actingFor ? me.principals.filter((principal) => principal.edition.slug === edition) : [];

/** Whether to act for somebody is all that there is to do: to whom nothing of the edition is open for themselves. */
export function isOnlyAide(
  me: Pick<SignedIn, 'principals' | 'actingFor' | 'editions'> | null,
  edition: string,
): boolean {
  const standing = me?.editions.find(({ slug }) => slug === edition);
  return !standing?.accredited && !standing?.roles.length && principalsHere(me, edition).length > 0;
}
