import { queryOf } from '@forum/client/query';
import { frontPage } from '@forum/contract/editions';
import { whoAmI } from '@forum/contract/identity';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';

/** Whoever takes part comes to today's screen of the current edition; everybody else to the front page. */
export function CurrentEdition(): ReactNode {
  const front = useQuery(queryOf(frontPage));
  const me = useQuery(queryOf(whoAmI));
  const [search] = useSearchParams();
  const isMine = search.get('to') === 'me';
  if (front.data && me.data !== undefined) {
    const { current } = front.data;
    const screen = current && me.data ? `/e/${current.slug}/${isMine ? 'me' : 'today'}` : '/forum';
    return <Navigate replace to={screen} />;
  }
  return (
    <main className="front-main">
      <Read query={front}>{() => <Read query={me}>{() => null}</Read>}</Read>
    </main>
  );
}
