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
  return (
    <Read query={front}>
      {({ current }) => (
        <Read query={me}>
          {(person) =>
            person && current ? (
              <Navigate replace to={`/e/${current.slug}/${search.get('to') === 'me' ? 'me' : 'today'}`} />
            ) : (
              <Navigate replace to="/forum" />
            )
          }
        </Read>
      )}
    </Read>
  );
}
