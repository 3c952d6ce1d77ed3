import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignedIn } from '@forum/ui/lib/edition';
import { useActFor } from './use-act-for.ts';

interface ActingBandProps {
  me: SignedIn;
  acting: NonNullable<SignedIn['actingFor']>;
}

/** For whom one acts, as long as one does: "A for B". */
export function ActingBand({ me, acting }: ActingBandProps): ReactNode {
  const { t } = useTranslation();
  const act = useActFor();
  return (
    <div className="band">
      <span>{t('me.acting', { aide: me.name, principal: acting.name })}</span>
      <button className="button" type="button" disabled={act.isPending} onClick={() => act.mutate(null)}>
        {t('me.for-myself')}
      </button>
    </div>
  );
}
