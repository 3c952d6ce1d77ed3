import { problemIn } from '@forum/client/http';
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from '../states/notice.tsx';

interface AskBrowserProps {
  label: string;
  hint?: string;
  kind?: 'main' | undefined;
  /** What the browser is asked for. */
  asking: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error'>;
}

/** A button that has the browser make or use a passkey, and what went wrong then; nothing where there can be none. */
export function AskBrowser({ label, hint, kind, asking }: AskBrowserProps): ReactNode {
  if (!browserSupportsWebAuthn()) return null;
  return (
    <div className="stack-tight">
      <p>
        <button
          className="button"
          data-kind={kind}
          type="button"
          disabled={asking.isPending}
          onClick={() => asking.mutate()}
        >
          {label}
        </button>
      </p>
      {hint && <p className="note">{hint}</p>}
      {asking.error && <WhatWentWrong error={asking.error} />}
    </div>
  );
}

function WhatWentWrong({ error }: { error: Error }): ReactNode {
  const { t } = useTranslation();
  if (error.name === 'InvalidStateError') return <Notice>{t('factor.passkey-known')}</Notice>;
  if (wasLeft(error)) return <Notice>{t('factor.passkey-left')}</Notice>;
  return <ProblemNotice problem={problemIn(error)} />;
}

/** The browser says the same when its user left it, took too long, or has no passkey for this forum. */
const wasLeft = (error: Error): boolean => error.name === 'NotAllowedError' || error.name === 'AbortError';
