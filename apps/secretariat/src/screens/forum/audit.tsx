import { queryOf } from '@forum/client/query';
import { readAudit } from '@forum/contract/audit/audit';
import { Heading } from '@forum/ui/shell/heading';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The journal: who did what, for whom; for auditors. */
export function AuditScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const [before, setBefore] = useState<number | null>(null);
  const query = useQuery(
    queryOf(readAudit, { params: { edition: edition.slug }, query: before === null ? {} : { before } }),
  );
  return (
    <div className="page">
      <Heading tab={t('desk.audit')} />
      <Read query={query}>
        {(entries) => (
          <>
            <div className="table-scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('audit.number')}</th>
                    <th scope="col">{t('audit.when')}</th>
                    <th scope="col">{t('audit.what')}</th>
                    <th scope="col">{t('audit.who')}</th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <tr key={entry.sequence}>
                      <td className="figures">{entry.sequence}</td>
                      <td>
                        <Span start={entry.at} end={null} />
                      </td>
                      <td>
                        {entry.type} <code className="note">{entry.entity}</code>
                      </td>
                      <td>
                        {entry.type === 'star.changed'
                          ? t('audit.private')
                          : entry.actingFor
                            ? t('audit.for', { aide: entry.by, principal: entry.actingFor })
                            : (entry.by ?? t('audit.forum'))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {entries.length === 100 && (
              <button
                className="button"
                type="button"
                onClick={() => setBefore(entries.at(-1)?.sequence ?? null)}
              >
                {t('audit.older')}
              </button>
            )}
          </>
        )}
      </Read>
    </div>
  );
}
