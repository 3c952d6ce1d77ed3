import type { DelegateRow } from '@forum/contract/delegations/delegates';
import { countryName } from '@forum/ui/lib/country-name';
import type { useFilters } from '@forum/ui/lib/use-filters';
import { useVenue } from '@forum/ui/lib/venue';
import { PersonName } from '@forum/ui/people/person-name';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';
import { Moment } from '../../components/moment.tsx';
import { DelegateState } from './delegate-state.tsx';
import { choiceOf, type Order } from './use-delegate-list.ts';

interface DelegateTableProps {
  rows: readonly DelegateRow[];
  chosen: ReadonlyMap<string, DelegateRow>;
  onTurn: (rows: readonly DelegateRow[], on: boolean) => void;
  open: string | undefined;
  to: (id: string) => To;
  filters: ReturnType<typeof useFilters>;
}

/** Delegates as a table: its heads sort, its boxes choose, its names open. */
export function DelegateTable({ rows, chosen, onTurn, open, to, filters }: DelegateTableProps): ReactNode {
  const { t } = useTranslation();
  const { city } = useVenue();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('desk.accreditation')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t('accredit.choose-all')}
                checked={rows.every((row) => chosen.has(row.id))}
                onChange={(event) => onTurn(rows, event.target.checked)}
              />
            </th>
            <SortHead order="name" label={t('accredit.name')} filters={filters} />
            <SortHead order="organisation" label={t('accredit.organisation')} filters={filters} />
            <SortHead order="country" label={t('accredit.country')} filters={filters} isSpare />
            <SortHead order="submitted" label={t('accredit.submitted', { city })} filters={filters} isSpare />
            <SortHead order="state" label={t('accredit.state')} filters={filters} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} aria-selected={chosen.has(row.id)} data-open={row.id === open}>
              <td>
                <input
                  type="checkbox"
                  aria-label={t('accredit.choose', { name: row.name })}
                  checked={chosen.has(row.id)}
                  onChange={(event) => onTurn([row], event.target.checked)}
                />
              </td>
              <Cells row={row} to={to} isOpen={row.id === open} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({
  row,
  to,
  isOpen,
}: {
  row: DelegateRow;
  to: (id: string) => To;
  isOpen: boolean;
}): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <>
      <th scope="row">
        <Link to={to(row.id)} data-row aria-current={isOpen || undefined}>
          <PersonName name={row.name} nativeName={row.nativeName} />
        </Link>
        <div className="note">{row.office}</div>
      </th>
      <td>
        {row.firm?.name ?? row.organisation}
        <div className="note">
          {[t(`category.${row.category}`), row.delegation?.name].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td className="spare">{countryName(row.country, i18n.language)}</td>
      <td className="spare">{row.submittedAt && <Moment at={row.submittedAt} />}</td>
      <td>
        <DelegateState row={row} />
      </td>
    </>
  );
}

/** The head of a column that the list can be sorted by; pressed again it turns the order. */
function SortHead({
  order,
  label,
  filters,
  isSpare = false,
}: {
  order: Order;
  label: string;
  filters: ReturnType<typeof useFilters>;
  /** Left out beside a detail, which says the same of the one that is open. */
  isSpare?: boolean;
}): ReactNode {
  const choice = choiceOf(filters);
  const isSorted = choice.order === order;
  const sort = () => {
    if (isSorted) filters.choose('down', choice.isDown ? '' : '1');
    else filters.choose('order', order);
  };
  return (
    <th
      scope="col"
      className={isSpare ? 'spare' : undefined}
      aria-sort={isSorted ? (choice.isDown ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={sort}>
        {label} <span aria-hidden="true">{isSorted ? (choice.isDown ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}
