import { type Factors, useEnrolmentCode as enrolByCode } from '@forum/contract/identity/factors/factors';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeAppSetUp } from './code-app-set-up.tsx';
import { CodeForm } from './code-form.tsx';
import { PasskeySetUp } from './passkey-set-up.tsx';
import { useFactorWrite } from './use-factor-write.ts';

interface FirstFactorProps {
  factors: Factors;
  onRecoveryCodes: (codes: string[]) => void;
}

/** The first second factor: a code that somebody of the host's team hands over, then what is set up by it. */
export function FirstFactor({ factors, onRecoveryCodes }: FirstFactorProps): ReactNode {
  const { t, i18n } = useTranslation();
  const enrol = useFactorWrite(enrolByCode);
  if (factors.mayEnrol) {
    return (
      <div className="stack">
        <p>{t('factor.choose')}</p>
        {factors.passkeysPossible && <PasskeySetUp kind="main" onRecoveryCodes={onRecoveryCodes} />}
        <CodeAppSetUp
          kind={factors.passkeysPossible ? undefined : 'main'}
          onRecoveryCodes={onRecoveryCodes}
        />
      </div>
    );
  }
  const names = factors.helpers.map(({ name }) => name);
  return (
    <div className="stack">
      <p>
        {names.length > 0
          ? t('factor.helpers', {
              names: new Intl.ListFormat(i18n.language, { type: 'disjunction' }).format(names),
            })
          : t('factor.no-helpers')}
      </p>
      <CodeForm
        label={t('factor.enrolment-code')}
        hint={t('factor.enrolment-hint')}
        action={t('factor.go-on')}
        kind="main"
        busy={enrol.isPending}
        error={enrol.error}
        onCode={(code) => enrol.mutate({ body: { code } })}
      />
    </div>
  );
}
