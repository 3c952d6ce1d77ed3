import { queryOf } from '@forum/client/query';
import { frontPage, listEditions } from '@forum/contract/editions';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Navigate } from 'react-router';
import { FirstEdition } from './first-edition.tsx';

/** The desk opens with the current edition, or the newest one there is; before the first one, with its planning. */
export function EditionChoice(): ReactNode {
  const front = useQuery(queryOf(frontPage));
  const editions = useQuery(queryOf(listEditions));
  return (
    <Read query={front}>
      {({ current }) => (
        <Read query={editions}>
          {(all) => {
            const slug = current?.slug ?? all[0]?.slug;
            return slug ? <Navigate replace to={`/${slug}/editions`} /> : <FirstEdition />;
          }}
        </Read>
      )}
    </Read>
  );
}
