import { queryOf } from '@forum/client/query';
import { accreditationHistory } from '@forum/contract/delegations';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Every decision on one delegate. */
export function DelegateHistory({ delegateId }: { delegateId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(
    queryOf(accreditationHistory, { params: { edition: edition.slug, delegate: delegateId } }),
  );
  return (
    <section className="panel stack-tight">
      <h2>{t('accredit.history')}</h2>
      <Read query={query} bones={2}>
        {(decisions) => (
          <ol className="ruled">
            {decisions.length === 0 && <li className="second">{t('accredit.no-history')}</li>}
            {decisions.map((decision, i) => (
              <li key={i} style={{ paddingBlock: '0.5rem' }}>
                <Span start={decision.at} end={null} /> · <strong>{decision.decision}</strong> · {decision.by}
                {decision.reason && <span className="note"> · {decision.reason}</span>}
              </li>
            ))}
          </ol>
        )}
      </Read>
    </section>
  );
}
