import { comeBack } from '@forum/client/parts/come-back';
import { LostPart } from '@forum/client/parts/lost-part';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Heading } from '../shell/heading.tsx';
import { Empty } from './notice.tsx';

/**
 * What stands in the place of a screen that could not be shown. One whose part could not be loaded comes back by itself
 * as soon as the forum can be reached.
 */
export function ScreenFailed(): ReactNode {
  const { t } = useTranslation();
  const isLost = useRouteError() instanceof LostPart;
  useEffect(() => {
    if (!isLost) return;
    const leaving = new AbortController();
    comeBack(leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [isLost]);
  return (
    <div className="page" role="alert">
      <Heading tab={t(isLost ? 'screen.lost' : 'screen.failed')} />
      <Empty title={t(isLost ? 'screen.lost-text' : 'screen.failed-text')}>
        <p>
          <button className="button" type="button" onClick={() => location.reload()}>
            {t('screen.load')}
          </button>
        </p>
      </Empty>
    </div>
  );
}

/** The same where the frame itself could not be shown. */
export function FailedOutside(): ReactNode {
  return (
    <main className="front-main">
      <ScreenFailed />
    </main>
  );
}
