import { queryOf } from '@forum/client/query';
import { whoAmI } from '@forum/contract/identity/me';
import { SecondFactor } from '@forum/ui/factors/second-factor';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DoorFrame } from '../../components/door-frame.tsx';
import { useGoIn, wayIn } from '../../features/sign-in/way-in.ts';

/** After the mailed code, for those whose role waits for a second factor. */
export function SecondFactorScreen(): ReactNode {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const goIn = useGoIn();
  const me = useQuery(queryOf(whoAmI)).data;
  return (
    <DoorFrame title={t('devices.heading')}>
      <SecondFactor onShown={() => void goIn()} />
      {!me?.secondFactor.shown && !wayIn(search).startsWith('/secretariat') && (
        <p>
          <Link className="button" data-kind="quiet" to={wayIn(search)} replace>
            {t('sign-in.without')}
          </Link>
        </p>
      )}
    </DoorFrame>
  );
}
