import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';

/** An address that leads nowhere, or a screen that could not be shown. */
export function NotThere(): ReactNode {
  return (
    <main className="front-main">
      <NothingHere />
    </main>
  );
}

/** The same inside the frame of an edition. */
export function NothingHere(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Heading tab={t('not-there.title')} />
      <Empty title={t('not-there.text')}>
        <p>
          <Link className="button" to="/forum">
            {t('not-there.home')}
          </Link>
        </p>
      </Empty>
    </div>
  );
}
