import { problemIn } from '@forum/client/http';
import { call } from '@forum/client/http';
import { type beginPasskeyProof, type proveByPasskey } from '@forum/contract/factors';
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from '../states/notice.tsx';

interface PasskeyButtonProps {
  label: string;
  kind?: 'main' | undefined;
  /** Where a browser is told what to ask for, and where its answer goes: a proof, or a sign-in. */
  options: Pick<typeof beginPasskeyProof, keyof typeof beginPasskeyProof>;
  answer: Pick<typeof proveByPasskey, keyof typeof proveByPasskey>;
  onDone: () => Promise<void> | void;
}

/** Asks the browser for a passkey of this device; nothing where there can be none. */
export function PasskeyButton({ label, kind, options, answer, onDone }: PasskeyButtonProps): ReactNode {
  const { t } = useTranslation();
  const use = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await call(options)) as unknown as OptionsJSON;
      const credential = await startAuthentication({ optionsJSON });
      await call(answer, { body: { credential: { ...credential } } });
    },
    onSuccess: onDone,
  });
  if (!browserSupportsWebAuthn()) return null;
  return (
    <div className="stack-tight">
      <p>
        <button
          className="button"
          data-kind={kind}
          type="button"
          disabled={use.isPending}
          onClick={() => use.mutate()}
        >
          {label}
        </button>
      </p>
      {use.error &&
        (wasLeft(use.error) ? (
          <Notice>{t('factor.passkey-left')}</Notice>
        ) : (
          <ProblemNotice problem={problemIn(use.error)} />
        ))}
    </div>
  );
}

type OptionsJSON = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** The browser says the same when its user left it, took too long, or has no passkey for this forum. */
export const wasLeft = (error: Error): boolean =>
  error.name === 'NotAllowedError' || error.name === 'AbortError';
