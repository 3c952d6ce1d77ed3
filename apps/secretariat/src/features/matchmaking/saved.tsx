import { Notice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../components/failure.tsx';

/** How a write went: said when it was set, and why not when it was refused. */
export function Saved({ save }: { save: { error: Error | null; isSuccess: boolean } }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Failure error={save.error} />
      {save.isSuccess && (
        <Notice tone="good">
          <p>{t('matching.saved')}</p>
        </Notice>
      )}
    </>
  );
}
