import { useFilters } from '@forum/ui/lib/use-filters';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const size = 200;

/** Which page of a list the address names, for its query. */
export function usePage(): { offset: number; limit: number } {
  const page = Math.trunc(Number(useFilters().read('page'))) || 1;
  return { offset: (Math.max(1, page) - 1) * size, limit: size };
}

/** Turns the pages of a list that is longer than one. */
export function PageTurn({ total }: { total: number }): ReactNode {
  const { t } = useTranslation();
  const { choose } = useFilters();
  const { offset } = usePage();
  if (total <= size) return null;
  const page = offset / size + 1;
  const turn = (to: number) => {
    choose('page', to === 1 ? '' : String(to));
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className="apart" aria-label={t('list.pages')}>
      <button className="button" type="button" disabled={page === 1} onClick={() => turn(page - 1)}>
        {t('list.previous')}
      </button>
      <span className="second figures">
        {t('list.range', { from: offset + 1, to: Math.min(offset + size, total), total })}
      </span>
      <button
        className="button"
        type="button"
        disabled={offset + size >= total}
        onClick={() => turn(page + 1)}
      >
        {t('list.next')}
      </button>
    </nav>
  );
}
