import type { FollowedEdition } from '@forum/client/live/follow-edition';
import type { Edition } from '@forum/contract/editions/editions';
import type { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';
import { createContext, useContext } from 'react';

export type SignedIn = NonNullable<RouteOutput<typeof whoAmI>>;

/** The edition on the screen, how it is followed, and who looks. */
export interface EditionInView {
  edition: Edition;
  me: SignedIn | null;
  followed: FollowedEdition | null;
}

export const EditionContext = createContext<EditionInView | null>(null);

/** The edition on the screen; every screen below `/e/:edition` has one. */
export function useEdition(): EditionInView {
  const view = useContext(EditionContext);
  if (!view) throw new Error('This screen lies outside an edition.');
  return view;
}

/** What the signed-in person is in the edition on the screen. */
export function useStanding(): SignedIn['editions'][number] | null {
  const { edition, me } = useEdition();
  return me?.editions.find(({ slug }) => slug === edition.slug) ?? null;
}

/** Whom the signed-in person acts for in the edition on the screen; null where they are there for themselves. */
export function useActing(): SignedIn['actingFor'] {
  const { edition, me } = useEdition();
  return me?.actingFor?.edition === edition.slug ? me.actingFor : null;
}
