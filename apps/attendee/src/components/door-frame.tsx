import { RingMark } from '@forum/ui/ring/ring-mark';
import { Door } from '@forum/ui/shell/door';
import { Heading } from '@forum/ui/shell/heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The frame of screens before one is in. */
export function DoorFrame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Door
      sign={
        <Link className="sign" to="/forum">
          <RingMark />
          <span>{t('front.name')}</span>
        </Link>
      }
    >
      <div className="stack-wide">
        <Heading tab={title} />
        {children}
      </div>
    </Door>
  );
}
