import { type DelegateRow } from '@forum/contract/delegations';
import { countryName } from '@forum/ui/lib/country-name';
import { type useFilters } from '@forum/ui/lib/use-filters';
import { StateSign, type StateName } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the list can be sorted by. */
export const orders = ['name', 'submitted', 'country', 'organisation', 'state'] as const;

interface DelegateTableProps {
  rows: readonly DelegateRow[];
  chosen: ReadonlyMap<string, DelegateRow>;
  onTurn: (row: DelegateRow, on: boolean) => void;
  onOpen: (id: string) => void;
  open: string | null;
  order: (typeof orders)[number];
  filters: ReturnType<typeof useFilters>;
}

const signs: Record<DelegateRow['state'], StateName> = {
  draft: 'full',
  submitted: 'soon',
  accredited: 'live',
  declined: 'cancelled',
  waitlisted: 'moved',
  withdrawn: 'full',
  revoked: 'cancelled',
};

/** Delegates as a table: its heads sort, its boxes choose. */
export function DelegateTable({
  rows,
  chosen,
  onTurn,
  onOpen,
  open,
  order,
  filters,
}: DelegateTableProps): ReactNode {
  const { t, i18n } = useTranslation();
  const isDown = Boolean(filters.read('down'));
  const sort = (by: (typeof orders)[number]) => {
    if (by === order) filters.choose('down', isDown ? '' : '1');
    else filters.choose('order', by);
  };
  const head = (by: (typeof orders)[number], label: string) => (
    <th scope="col" aria-sort={by === order ? (isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={() => sort(by)}>
        {label} {by === order ? (isDown ? '↓' : '↑') : ''}
      </button>
    </th>
  );
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t('accredit.choose-all')}
                checked={rows.every((row) => chosen.has(row.id))}
                onChange={(event) => rows.forEach((row) => onTurn(row, event.target.checked))}
              />
            </th>
            {head('name', t('accredit.name'))}
            <th scope="col">{t('accredit.category')}</th>
            {head('organisation', t('accredit.organisation'))}
            {head('country', t('accredit.country'))}
            {head('submitted', t('accredit.submitted'))}
            {head('state', t('accredit.state'))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} aria-selected={chosen.has(row.id)}>
              <td>
                <input
                  type="checkbox"
                  aria-label={t('accredit.choose', { name: row.name })}
                  checked={chosen.has(row.id)}
                  onChange={(event) => onTurn(row, event.target.checked)}
                />
              </td>
              <td>
                <button
                  className="button"
                  data-kind="quiet"
                  type="button"
                  aria-expanded={open === row.id}
                  onClick={() => onOpen(row.id)}
                >
                  {row.name}
                </button>
                <div className="note">
                  {row.nativeName} {row.office}
                </div>
              </td>
              <td>{t(`category.${row.category}`)}</td>
              <td>
                {row.firm?.name ?? row.organisation}
                {row.delegation && <div className="note">{row.delegation.name}</div>}
              </td>
              <td>{countryName(row.country, i18n.language)}</td>
              <td>{row.submittedAt && <Span start={row.submittedAt} end={null} />}</td>
              <td>
                <StateSign state={signs[row.state]}>{t(`accreditation.${row.state}`)}</StateSign>
                {row.waitingPosition !== null && (
                  <div className="note">{t('accredit.waiting', { position: row.waitingPosition })}</div>
                )}
                {row.changedFields.length > 0 && (
                  <div className="note">
                    {t('accredit.changed', { fields: row.changedFields.join(', ') })}
                  </div>
                )}
                {row.reason && <div className="note">{row.reason}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
