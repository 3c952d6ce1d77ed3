import { queryOf } from '@forum/client/query';
import { listNoShows } from '@forum/contract/outcomes/figures';
import { useEdition } from '@forum/ui/lib/edition';
import { useTopic } from '@forum/ui/lib/use-topic';
import { Read } from '@forum/ui/states/read';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Meetings to which a side did not come, and those about which the two disagree. */
export function NoShows(): ReactNode {
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const query = useQuery(queryOf(listNoShows, { params: { edition: edition.slug }, query: { limit: 500 } }));
  return (
    <section className="stack-tight" aria-labelledby="no-shows">
      <h2 id="no-shows">{t('figures.no-shows')}</h2>
      <Read query={query} bones={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="second">{t('figures.no-shows-none')}</p>
          ) : (
            <div className="table-scroll" tabIndex={0} role="region" aria-labelledby="no-shows">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('figures.who')}</th>
                    <th scope="col">{t('figures.when')}</th>
                    <th scope="col">{t('figures.came-not')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.meetingId}>
                      <th scope="row">
                        <Link data-row to={`/${edition.slug}/meetings/${row.meetingId}`}>
                          {row.from} · {row.to}
                        </Link>
                        <div className="note">{topicOf(row)}</div>
                      </th>
                      <td>
                        <Span start={row.start} end={null} />
                      </td>
                      <td>
                        {row.result === 'disputed' ? (
                          <StateSign state="late">{t('figures.disagree')}</StateSign>
                        ) : (
                          <StateSign state="cancelled">
                            {row.absent.map((side) => row[side]).join(', ')}
                          </StateSign>
                        )}
                        <div className="note">
                          {t(row.confirmed ? 'figures.both-views' : 'figures.one-view')}
                        </div>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Read>
    </section>
  );
}
