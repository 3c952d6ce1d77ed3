import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** An address below an edition that leads to no screen of the desk. */
export function NothingHere(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  return (
    <div className="page">
      <Heading tab={t('desk.nothing-here')} />
      <Empty title={t('desk.nothing-here-text')}>
        <p>
          <Link className="button" to={`/${edition.slug}`}>
            {t('desk.to-desk')}
          </Link>
        </p>
      </Empty>
    </div>
  );
}
