import { queryOf } from '@forum/client/query';
import { accreditationHistory } from '@forum/contract/delegations/accreditation';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Every decision on one delegate: what, why, by whom, when. */
export function DelegateHistory({ delegateId }: { delegateId: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(
    queryOf(accreditationHistory, { params: { edition: edition.slug, delegate: delegateId } }),
  );
  return (
    <section className="stack-tight">
      <h3>{t('accredit.history')}</h3>
      <Read query={query} bones={2}>
        {(decisions) =>
          decisions.length === 0 ? (
            <p className="second">{t('accredit.no-history')}</p>
          ) : (
            <ol className="ruled">
              {decisions.map((one) => (
                <li key={`${one.at}${one.decision}`} className="history-row">
                  <strong>{t(`decided.${one.decision}`, { defaultValue: one.decision })}</strong>
                  {one.reason && `: ${t(`reason.${one.reason}`, { defaultValue: one.reason })}`}
                  <div className="note">
                    {one.actedFor ? t('accredit.by-for', one) : one.by} · <Span start={one.at} end={null} />
                  </div>
                </li>
              ))}
            </ol>
          )
        }
      </Read>
    </section>
  );
}
