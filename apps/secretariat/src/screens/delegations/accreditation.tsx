import { type DelegateRow, readDelegate } from '@forum/contract/delegations/delegates';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { Opened } from '../../components/opened.tsx';
import { Pager } from '../../components/pager.tsx';
import { Panes } from '../../components/panes.tsx';
import { Decide } from '../../features/accreditation/decide.tsx';
import { DelegateDetail } from '../../features/accreditation/delegate-detail.tsx';
import { DelegateFilters } from '../../features/accreditation/delegate-filters.tsx';
import { DelegateTable } from '../../features/accreditation/delegate-table.tsx';
import { AllNeeds } from '../../features/accreditation/needs.tsx';
import { isNarrowed, useDelegateList } from '../../features/accreditation/use-delegate-list.ts';

type Chosen = ReadonlyMap<string, DelegateRow>;

/** Who asks to come: filtered, sorted, opened, decided one by one or many at once. */
export function AccreditationScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { delegate: open } = useParams();
  const [address] = useSearchParams();
  const filters = useFilters();
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const query = useDelegateList(filters);
  const to = (id: string) => ({
    pathname: `/${edition.slug}/accreditation${id && `/${id}`}`,
    search: address.toString(),
  });
  const turn = (rows: readonly DelegateRow[], on: boolean) =>
    setChosen((before) => {
      const ids = new Set(rows.map((row) => row.id));
      const kept = [...before].filter(([id]) => !ids.has(id));
      return new Map(on ? [...kept, ...rows.map((row) => [row.id, row] as const)] : kept);
    });
  const opened = query.data?.rows.find((row) => row.id === open);
  return (
    <div className="page">
      <Heading tab={t('desk.accreditation')} />
      <Panes
        detail={
          open ? (
            <Opened
              key={open}
              listed={opened}
              route={readDelegate}
              input={{ params: { edition: edition.slug, delegate: open } }}
            >
              {(row) => <DelegateDetail row={row} />}
            </Opened>
          ) : null
        }
        closeTo={to('')}
      >
        <AllNeeds />
        <DelegateFilters
          filters={filters}
          counts={query.data?.counts ?? {}}
          unconfirmed={query.data?.unconfirmed}
        />
        <Read query={query}>
          {({ total, rows }) => (
            <>
              {rows.length === 0 ? (
                <Empty title={t(isNarrowed(filters) ? 'accredit.none' : 'accredit.nobody-yet')} />
              ) : (
                <DelegateTable {...{ rows, chosen, open, to, filters }} onTurn={turn} />
              )}
              <Pager total={total} filters={filters} />
              {chosen.size > 0 && (
                <ActionBar chosen={asTheyStand(chosen, rows)} onDone={() => setChosen(new Map())} />
              )}
            </>
          )}
        </Read>
      </Panes>
    </div>
  );
}

/** Those that were chosen, with the newest that is known of each. */
function asTheyStand(chosen: Chosen, rows: readonly DelegateRow[]): DelegateRow[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  return [...chosen.values()].map((row) => now.get(row.id) ?? row);
}

function ActionBar({ chosen, onDone }: { chosen: readonly DelegateRow[]; onDone: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="action-bar" role="region" aria-label={t('accredit.decide')}>
      <div className="apart">
        <strong>{t('accredit.chosen', { count: chosen.length })}</strong>
        <button className="button" data-kind="quiet" type="button" onClick={onDone}>
          {t('accredit.clear')}
        </button>
      </div>
      <Decide chosen={chosen} onDone={onDone} />
    </div>
  );
}
