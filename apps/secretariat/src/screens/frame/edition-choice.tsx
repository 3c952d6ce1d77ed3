import { queryOf } from '@forum/client/query';
import { listEditions } from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { whoAmI } from '@forum/contract/identity/me';
import { FactorGate } from '@forum/ui/factors/factor-gate';
import type { SignedIn } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { DeskDoor } from '../../components/desk-door.tsx';
import { firstEdition } from '../../features/editions/own-editions.ts';
import { FirstEdition } from './first-edition.tsx';

/**
 * The desk opens with an edition at whose desk the reader works; before the first one, with its planning. Which editions
 * are theirs is known once a second factor was shown.
 */
export function EditionChoice(): ReactNode {
  const me = useQuery(queryOf(whoAmI));
  return (
    <DeskDoor>
      <Read query={me}>
        {(person) =>
          person ? (
            <FactorGate me={person}>
              <Chosen me={person} />
            </FactorGate>
          ) : (
            <Chosen me={null} />
          )
        }
      </Read>
    </DeskDoor>
  );
}

function Chosen({ me }: { me: SignedIn | null }): ReactNode {
  const front = useQuery(queryOf(frontPage));
  const editions = useQuery(queryOf(listEditions));
  return (
    <Read query={front}>
      {({ current }) => (
        <Read query={editions}>
          {(all) => {
            const slug = firstEdition(all, me, current);
            return slug ? <Navigate replace to={`/${slug}`} /> : <FirstEdition me={me} />;
          }}
        </Read>
      )}
    </Read>
  );
}
