import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface WithoutPlaceProps {
  count: number;
  /** Whether only these are listed. */
  only: boolean;
  onTurn: (only: boolean) => void;
}

/** How many agreed meetings need a new place, and the way to their list, in which each is moved or cancelled. */
export function WithoutPlace({ count, only, onTurn }: WithoutPlaceProps): ReactNode {
  const { t } = useTranslation();
  if (count === 0 && !only) return null;
  return (
    <Notice tone="care">
      <p className="line-up">
        <strong>{t('overview.without-place', { count })}</strong>
        <button className="button" type="button" aria-pressed={only} onClick={() => onTurn(!only)}>
          {t(only ? 'overview.show-all' : 'overview.show-without-place')}
        </button>
      </p>
    </Notice>
  );
}
