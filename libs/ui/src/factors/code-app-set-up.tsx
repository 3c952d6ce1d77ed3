import { problemIn } from '@forum/client/http';
import { beginCodeApp, confirmCodeApp } from '@forum/contract/identity/factors/factors';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../lib/use-write.ts';
import { ProblemNotice } from '../states/notice.tsx';
import { CodeForm } from './code-form.tsx';
import { QrCode } from './qr-code.tsx';
import { useFactorWrite } from './use-factor-write.ts';

interface CodeAppSetUpProps {
  /** Recovery codes come with the first factor. */
  onRecoveryCodes: (codes: string[]) => void;
  kind?: 'main' | undefined;
}

/** An app that shows one-time codes: scanned, then confirmed by a code that it shows. */
export function CodeAppSetUp({ onRecoveryCodes, kind }: CodeAppSetUpProps): ReactNode {
  const { t } = useTranslation();
  const begin = useWrite(beginCodeApp);
  const confirm = useFactorWrite(confirmCodeApp, ({ recoveryCodes }) => {
    begin.reset();
    if (recoveryCodes) onRecoveryCodes(recoveryCodes);
  });
  if (!begin.data) {
    return (
      <>
        <p>
          <button
            className="button"
            data-kind={kind}
            type="button"
            disabled={begin.isPending}
            onClick={() => begin.mutate({})}
          >
            {t('factor.add-app')}
          </button>
        </p>
        {begin.error && <ProblemNotice problem={problemIn(begin.error)} />}
      </>
    );
  }
  return (
    <div className="panel stack">
      <p>{t('factor.scan')}</p>
      <QrCode text={begin.data.uri} label={t('factor.qr')} />
      <p className="second">
        {t('factor.by-hand')}{' '}
        <code className="code-secret">{begin.data.secret.replace(/(.{4})/g, '$1 ')}</code>
      </p>
      <CodeForm
        label={t('factor.app-code')}
        action={t('factor.confirm')}
        kind="main"
        busy={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate({ body: { code } })}
      />
    </div>
  );
}
