import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRegisterSW } from 'virtual:pwa-register/react';

/** Offers a new version of the app; it never takes the screen from under somebody. */
export function UpdatePrompt(): ReactNode {
  const { t } = useTranslation();
  const {
    needRefresh: [isWaiting, setWaiting],
    updateServiceWorker,
  } = useRegisterSW();
  return (
    <div role="status">
      {isWaiting && (
        <div className="update-prompt">
          <p>{t('update.waiting')}</p>
          <div className="line-up">
            <button
              className="button"
              data-kind="main"
              type="button"
              onClick={() => void updateServiceWorker()}
            >
              {t('update.now')}
            </button>
            <button className="button" type="button" onClick={() => setWaiting(false)}>
              {t('update.later')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
