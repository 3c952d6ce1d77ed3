import { queryOf } from '@forum/client/query';
import { type Factors, readFactors } from '@forum/contract/identity/factors/factors';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../states/notice.tsx';
import { Read } from '../states/read.tsx';
import { FirstFactor } from './first-factor.tsx';
import { OwnFactors } from './own-factors.tsx';
import { ProveForm } from './prove-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface SecondFactorProps {
  /** What comes after it was shown, where that is all that is wanted here; else one's factors are listed. */
  onShown?: () => void;
}

/** One's second factor: set up, shown, changed. */
export function SecondFactor({ onShown }: SecondFactorProps): ReactNode {
  const { t } = useTranslation();
  const query = useQuery({ ...queryOf(readFactors), staleTime: 0 });
  const [recoveryCodes, setRecoveryCodes] = useState<string[] | null>(null);
  if (recoveryCodes) {
    return (
      <RecoveryCodes
        codes={recoveryCodes}
        onKept={() => {
          setRecoveryCodes(null);
          onShown?.();
        }}
      />
    );
  }
  return (
    <section className="stack">
      <h2>{t('factor.title')}</h2>
      <Read query={query} bones={2}>
        {(factors) => (
          <>
            <Standing factors={factors} />
            {!isEnrolled(factors) && <FirstFactor factors={factors} onRecoveryCodes={setRecoveryCodes} />}
            {isEnrolled(factors) && !factors.shown && <ProveForm onShown={onShown} />}
            {isEnrolled(factors) && factors.shown && !onShown && (
              <OwnFactors factors={factors} onRecoveryCodes={setRecoveryCodes} />
            )}
            {factors.shown && onShown && (
              <p>
                <button className="button" data-kind="main" type="button" onClick={onShown}>
                  {t('factor.go-on')}
                </button>
              </p>
            )}
          </>
        )}
      </Read>
    </section>
  );
}

const isEnrolled = ({ codeApp, passkeys }: Factors) => codeApp !== null || passkeys.length > 0;

/** Why it is asked for, or that it is not. */
function Standing({ factors }: { factors: Factors }): ReactNode {
  const { t } = useTranslation();
  if (factors.wanted && !factors.shown) return <Notice tone="care">{t('factor.waits')}</Notice>;
  if (!factors.wanted && !isEnrolled(factors)) return <p className="second">{t('factor.not-needed')}</p>;
  return factors.shown ? <p className="second">{t('factor.shown')}</p> : null;
}
