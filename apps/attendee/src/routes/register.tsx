import { queryOf } from '@forum/client/query';
import { readRegistration } from '@forum/contract/delegations';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { InvitedTo } from '../features/me/invited-to.tsx';
import { RegistrationForm } from '../features/me/registration-form.tsx';
import { RegistrationState } from '../features/me/registration-state.tsx';

/** Registration for an edition: the form, and how it stands. An invitation's secret stands after the `#`. */
export function Register(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const { hash, pathname } = useLocation();
  const invitation = hash.slice(1) || null;
  const query = useQuery({
    ...queryOf(readRegistration, { params: { edition: edition.slug } }),
    enabled: me !== null,
    refetchOnWindowFocus: false,
  });
  return (
    <div className="page">
      <Heading tab={t('register.title', { edition: edition.title })} />
      {invitation && <InvitedTo secret={invitation} />}
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
              {registration && registration.state !== 'draft' && (
                <RegistrationState registration={registration} />
              )}
              <RegistrationForm
                key={me.actingFor?.id ?? me.id}
                registration={registration}
                invitation={invitation}
                me={me}
              />
            </>
          )}
        </Read>
      )}
    </div>
  );
}
