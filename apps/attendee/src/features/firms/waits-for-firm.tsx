import { queryOf } from '@forum/client/query';
import { readOwnRepresentation } from '@forum/contract/delegations/representation';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { Notice } from '@forum/ui/states/notice';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** What somebody sees whom the firm that they named has not confirmed, and whom they can ask; nothing for others. */
export function WaitsForFirm({ only }: { only?: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  const waits = Boolean(standing?.accredited && standing.firmId === null);
  const { data: own } = useQuery({
    ...queryOf(readOwnRepresentation, { params: { edition: edition.slug } }),
    enabled: waits,
  });
  if (!waits || !own || own.state === 'confirmed' || (only !== undefined && only !== own.firm.id))
    return null;
  const { firm, state, ask } = own;
  return (
    <Notice tone="care">
      <p>
        <strong>{t(`standing.own-${state}`, { firm: firm.name })}</strong>
      </p>
      <p>{t(`standing.own-${state}-means`, { firm: firm.name })}</p>
      {state === 'pending' && ask.length > 0 && (
        <p>
          {t('standing.ask')}{' '}
          {ask.map((person, n) => (
            <span key={person.delegateId}>
              {n > 0 && ', '}
              <Link to={`/e/${edition.slug}/people/${person.delegateId}`}>{person.name}</Link>
            </span>
          ))}
        </p>
      )}
    </Notice>
  );
}
