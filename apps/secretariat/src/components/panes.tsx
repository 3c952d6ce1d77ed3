import { Icon } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, type To } from 'react-router';

interface PanesProps {
  /** The list on the left; it keeps its place while details come and go. */
  children: ReactNode;
  /** What is open beside it, under its own heading; null when nothing is. */
  detail: ReactNode | null;
  /** Where the list stands alone. */
  closeTo: To;
}

/** A list and, where one of its things is open, the detail beside it; on a phone one after the other. */
export function Panes({ children, detail, closeTo }: PanesProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="panes" data-detail={detail !== null}>
      <div className="pane-list stack">{children}</div>
      {detail !== null && (
        <section className="pane-detail stack" aria-label={t('desk.detail')}>
          <Link className="icon-button pane-close" to={closeTo} data-close aria-label={t('desk.close')}>
            <Icon name="close" />
          </Link>
          {detail}
        </section>
      )}
    </div>
  );
}
