import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../states/notice.tsx';

/** Somebody else saved first: nothing typed is lost, and whoever typed it decides. */
export function Overtaken({ onTake, onKeep }: { onTake: () => void; onKeep: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Notice tone="care">
        <p>
          <strong>{t('form.overtaken')}</strong>
        </p>
        <div className="line-up">
          <button className="button" type="button" onClick={onKeep}>
            {t('form.keep-mine')}
          </button>
          <button className="button" type="button" onClick={onTake}>
            {t('form.take-theirs')}
          </button>
        </div>
      </Notice>
    </div>
  );
}
