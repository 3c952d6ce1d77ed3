import { Heading } from '@forum/ui/shell/heading';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** Stands in for a screen that nobody sees without signing in, as when a mail led here; signing in comes back to it. */
export function SignInFirst(): ReactNode {
  const { t } = useTranslation();
  const { pathname, search, hash } = useLocation();
  return (
    <div className="page">
      <Heading tab={t('sign-in.first')} />
      <p className="second">{t('sign-in.first-text')}</p>
      <p>
        <Link
          className="button"
          data-kind="main"
          to={`/sign-in?to=${encodeURIComponent(pathname + search + hash)}`}
        >
          {t('front.sign-in')}
        </Link>
      </p>
    </div>
  );
}
