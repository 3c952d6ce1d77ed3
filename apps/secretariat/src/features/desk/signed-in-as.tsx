import { call } from '@forum/client/http';
import { endSession } from '@forum/contract/identity/me';
import { useEdition } from '@forum/ui/lib/edition';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failure } from '../../components/failure.tsx';

/** In whose name the desk writes, and the way out, so that at a shared counter nobody acts as somebody else. */
export function SignedInAs(): ReactNode {
  const { t } = useTranslation();
  const { edition, me } = useEdition();
  const leave = useMutation({
    mutationFn: () => call(endSession, { params: { session: 'current' } }),
    // Whatever this page still holds is theirs who leave.
    onSuccess: () => location.assign(`/sign-in?to=/secretariat/${edition.slug}`),
  });
  if (!me) return null;
  return (
    <div className="stack-tight">
      <p>
        <Link to={`/${edition.slug}/account`}>{t('desk.signed-in', { name: me.name })}</Link>
      </p>
      <button className="button" type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('desk.sign-out')}
      </button>
      <Failure error={leave.error} />
    </div>
  );
}
