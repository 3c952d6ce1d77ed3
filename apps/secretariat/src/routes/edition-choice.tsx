import { queryOf } from '@forum/client/query';
import { frontPage, listEditions } from '@forum/contract/editions';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Navigate } from 'react-router';

/** The desk opens with the current edition, or the newest one there is. */
export function EditionChoice(): ReactNode {
  const front = useQuery(queryOf(frontPage));
  const editions = useQuery(queryOf(listEditions));
  return (
    <Read query={front}>
      {({ current }) => (
        <Read query={editions}>
          {(all) => <Navigate replace to={`/${current?.slug ?? all[0]?.slug ?? 'none'}/editions`} />}
        </Read>
      )}
    </Read>
  );
}
