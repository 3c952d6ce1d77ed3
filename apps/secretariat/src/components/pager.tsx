import type { useFilters } from '@forum/ui/lib/use-filters';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How many rows stand on one page of a long table. */
export const pageSize = 100;

/** The page that the address names, from 1. */
export const pageOf = (filters: ReturnType<typeof useFilters>): number =>
  Math.max(1, Math.floor(Number(filters.read('page'))) || 1);

/** Turns the pages of a long table; the page stands in the address. */
export function Pager({
  total,
  filters,
}: {
  total: number;
  filters: ReturnType<typeof useFilters>;
}): ReactNode {
  const { t } = useTranslation();
  const page = pageOf(filters);
  const turn = (to: number) => filters.choose('page', to === 1 ? '' : String(to));
  return (
    <div className="line-up">
      <span className="note figures" role="status">
        {total > 0 &&
          t('list.range', {
            from: (page - 1) * pageSize + 1,
            to: Math.min(page * pageSize, total),
            total,
          })}
      </span>
      {total > pageSize && (
        <>
          <button className="button" type="button" disabled={page === 1} onClick={() => turn(page - 1)}>
            {t('list.previous')}
          </button>
          <button
            className="button"
            type="button"
            disabled={page * pageSize >= total}
            onClick={() => turn(page + 1)}
          >
            {t('list.next')}
          </button>
        </>
      )}
    </div>
  );
}
