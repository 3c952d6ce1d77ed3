import { queryOf } from '@forum/client/query';
import { readRegistration } from '@forum/contract/delegations';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useEdition } from '@forum/ui/lib/edition';
import { RegistrationState } from '../features/me/registration-state.tsx';
import { RegistrationForm } from '../features/me/registration-form.tsx';

/** Registration for an edition: the form, and how it stands. */
export function Register(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const { hash, pathname } = useLocation();
  const query = useQuery({
    ...queryOf(readRegistration, { params: { edition: edition.slug } }),
    enabled: me !== null,
    refetchOnWindowFocus: false,
  });
  return (
    <div className="page">
      <h1>{t('register.title', { edition: edition.title })}</h1>
      {!me && (
        <p>
          <Link className="button" data-kind="main" to={`/sign-in?to=${encodeURIComponent(pathname + hash)}`}>
            {t('register.sign-in-first')}
          </Link>
        </p>
      )}
      {me && (
        <Read query={query}>
          {(registration) => (
            <>
              {registration && <RegistrationState registration={registration} />}
              <RegistrationForm registration={registration} invitation={hash.slice(1) || null} />
            </>
          )}
        </Read>
      )}
    </div>
  );
}
