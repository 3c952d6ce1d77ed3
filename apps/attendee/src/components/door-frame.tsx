import { RingMark } from '@forum/ui/ring/ring-mark';
import { Heading } from '@forum/ui/shell/heading';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LanguageChoice } from '@forum/ui/forms/language-choice';

/** The frame of screens before one is in. */
export function DoorFrame({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="front">
      <header className="front-head">
        <Link className="sign" to="/forum">
          <RingMark />
          <span>{t('front.name')}</span>
        </Link>
        <LanguageChoice />
      </header>
      <main className="front-main">
        <div className="stack-wide">
          <Heading tab={title} />
          {children}
        </div>
      </main>
    </div>
  );
}
