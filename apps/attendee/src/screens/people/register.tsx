import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { readInvitation } from '@forum/contract/delegations/delegations';
import { readRegistration } from '@forum/contract/delegations/registration';
import { useActing, useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { InvitedTo } from '../../features/me/invited-to.tsx';
import { RegistrationForm } from '../../features/me/registration-form.tsx';
import { RegistrationState } from '../../features/me/registration-state.tsx';

/** Registration for an edition: the form, and how it stands. An invitation's secret stands after the `#`. */
export function Register(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const acting = useActing();
  const { hash, pathname } = useLocation();
  const secret = hash.slice(1);
  const params = { edition: edition.slug };
  const invited = useQuery({
    ...queryOf(readInvitation, { params: { ...params, secret } }),
    enabled: secret !== '',
  });
  const query = useQuery({
    ...queryOf(readRegistration, { params }),
    enabled: me !== null && (secret === '' || !invited.isPending),
    refetchOnWindowFocus: false,
  });
  return (
    <div className="page">
      <Heading tab={t('register.title', { edition: edition.title })} />
      {invited.data && <InvitedTo invitation={invited.data} />}
      {invited.error && <ProblemNotice problem={problemIn(invited.error)} />}
      {!me && (
        <p>
          <Link className="button" data-kind="main" to={`/sign-in?to=${encodeURIComponent(pathname + hash)}`}>
            {t('register.sign-in-first')}
          </Link>
        </p>
      )}
      {me && (secret === '' || !invited.isPending) && (
        <Read query={query}>
          {(registration) => (
            <>
              {registration && registration.state !== 'draft' && (
                <RegistrationState registration={registration} />
              )}
              <RegistrationForm
                key={acting?.id ?? me.id}
                registration={registration}
                secret={invited.data ? secret : null}
                delegation={
                  invited.data
                    ? { ...invited.data.delegation, places: invited.data.places }
                    : (registration?.delegation ?? null)
                }
                me={me}
              />
            </>
          )}
        </Read>
      )}
    </div>
  );
}
