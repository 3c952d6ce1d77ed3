import { queryOf } from '@forum/client/query';
import { lacks, listReadiness, remindFirms } from '@forum/contract/matchmaking/readiness';
import type { RouteOutput } from '@forum/contract/route';
import { SearchField } from '@forum/ui/forms/field';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Empty, Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Confirmation } from '../../components/confirmation.tsx';
import { Failure } from '../../components/failure.tsx';
import { Moment } from '../../components/moment.tsx';
import { pageOf, Pager, pageSize } from '../../components/pager.tsx';
import { StateChips } from '../../components/state-chips.tsx';
import { useWrite } from '@forum/ui/lib/use-write';

type Row = RouteOutput<typeof listReadiness>['rows'][number];

/** Which firms still lack a profile or wishes, and reminding those that are shown. */
export function ReadinessPart({ open }: { open: string | undefined }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const search = useDeferredValue(filters.read('q'));
  const lack = lacks.find((one) => one === filters.read('lack'));
  const query = useQuery({
    ...queryOf(listReadiness, {
      params: { edition: edition.slug },
      query: {
        offset: (pageOf(filters) - 1) * pageSize,
        limit: pageSize,
        ...(lack ? { lack } : {}),
        ...(search ? { search } : {}),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const remind = useWrite(remindFirms, listReadiness);
  return (
    <Read query={query}>
      {({ total, counts, rows }) => (
        <>
          <StateChips
            label={t('matching.lack')}
            states={lacks}
            chosen={lack}
            counts={counts}
            nameOf={(state) => t(`matching.lacks.${state}`)}
            onChoose={(state) => filters.choose('lack', state)}
          />
          <SearchField
            label={t('matching.search')}
            value={filters.read('q')}
            onSearch={(text) => filters.choose('q', text)}
          />
          <Pager total={total} filters={filters} />
          {rows.length === 0 ? (
            <Empty title={t(emptyText(lack, search))} />
          ) : (
            <FirmTable rows={rows} open={open} />
          )}
          <Failure error={remind.error} />
          {remind.data && (
            <Notice tone="good">
              <p>{t('matching.reminded-now', { count: remind.data.mails })}</p>
            </Notice>
          )}
          {lack && rows.length > 0 && (
            <Reminder
              rows={rows}
              busy={remind.isPending}
              onRemind={(firms) => remind.mutate({ params: { edition: edition.slug }, body: { firms } })}
            />
          )}
        </>
      )}
    </Read>
  );
}

interface ReminderProps {
  rows: readonly Row[];
  busy: boolean;
  onRemind: (firms: string[]) => void;
}

/** Says whom a reminder of the firms that are shown would reach, and whom not; then it is sent. */
function Reminder({ rows, busy, onRemind }: ReminderProps): ReactNode {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const reached = rows.filter(({ remindable }) => remindable > 0);
  const people = reached.reduce((sum, { remindable }) => sum + remindable, 0);
  const others = rows.length - reached.length;
  const unreached = others > 0 && <p className="second">{t('matching.unreached', { count: others })}</p>;
  if (people === 0) return unreached;
  const action = t('matching.remind-shown', { count: people });
  if (!asks) {
    return (
      <>
        <p>
          <button className="button" type="button" onClick={() => setAsks(true)}>
            {action}
          </button>
        </p>
        {unreached}
      </>
    );
  }
  return (
    <Confirmation
      title={t('matching.will-remind')}
      touched={reached.map(({ firm, remindable }) => `${firm.name} (${remindable})`)}
      action={action}
      busy={busy}
      onConfirm={() => {
        onRemind(reached.map(({ firm }) => firm.id));
        setAsks(false);
      }}
      onLeave={() => setAsks(false)}
    >
      {unreached}
    </Confirmation>
  );
}

/** Why the list is empty: nothing fits, no firm lacks it, or there is no firm yet. */
function emptyText(lack: string | undefined, search: string): string {
  if (search) return 'matching.none-found';
  return lack ? 'matching.none-lacking' : 'matching.no-firms';
}

function FirmTable({ rows, open }: { rows: readonly Row[]; open: string | undefined }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('matching.part.readiness')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('matching.firm')}</th>
            <th scope="col">{t('matching.profile')}</th>
            <th scope="col">{t('matching.wishes')}</th>
            <th scope="col">{t('matching.reminded')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ firm, confirmed, level, percent, wishes, asked, remindedAt }) => (
            <tr key={firm.id} data-open={open === firm.id || undefined}>
              <th scope="row">
                <Link
                  data-row
                  to={{ pathname: `/${edition.slug}/matchmaking/${firm.id}`, search: location.search }}
                >
                  {firm.name}
                </Link>{' '}
                <span className="note">{countryName(firm.country, i18n.language)}</span>
              </th>
              <td>
                <span className="figures">{percent} %</span> · {t(`matching.level.${level ?? 'none'}`)}
                {!confirmed && percent > 0 && ` · ${t('matching.draft')}`}
              </td>
              <td className="figures">
                {wishes} / {asked}
              </td>
              <td>{remindedAt ? <Moment at={remindedAt} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
