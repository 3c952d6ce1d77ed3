import { queryOf } from '@forum/client/query';
import { frontPage } from '@forum/contract/editions/front-page';
import { whoAmI } from '@forum/contract/identity/me';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';

/** The screens that an address without an edition may name (`/?to=me`). */
const named = ['me', 'sign-in'];

/**
 * Whoever takes part comes to today's screen of the current edition, or the one that is named; whoever is not signed in
 * comes to the front page, or by way of sign-in to the screen that is named.
 */
export function CurrentEdition(): ReactNode {
  const front = useQuery(queryOf(frontPage));
  const me = useQuery(queryOf(whoAmI));
  const [search] = useSearchParams();
  const wanted = named.find((screen) => screen === search.get('to'));
  if (front.data && me.data !== undefined) {
    const { current } = front.data;
    const screen = current && me.data ? `/e/${current.slug}/${wanted ?? 'today'}` : '/forum';
    return <Navigate replace to={wanted && !me.data ? `/sign-in?to=/?to=${wanted}` : screen} />;
  }
  return (
    <main className="front-main">
      <Read query={front}>{() => <Read query={me}>{() => null}</Read>}</Read>
    </main>
  );
}
