import { call, problemIn } from '@forum/client/http';
import { addPasskey, beginPasskey } from '@forum/contract/factors';
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from '../states/notice.tsx';
import { wasLeft } from './passkey-button.tsx';

interface PasskeySetUpProps {
  /** Recovery codes come with the first factor. */
  onRecoveryCodes: (codes: string[]) => void;
  kind?: 'main' | undefined;
}

type OptionsJSON = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Has the browser make a passkey; nothing where there can be none. */
export function PasskeySetUp({ onRecoveryCodes, kind }: PasskeySetUpProps): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await call(beginPasskey)) as unknown as OptionsJSON;
      const credential = await startRegistration({ optionsJSON });
      return call(addPasskey, { body: { credential: { ...credential } } });
    },
    onSuccess: async ({ recoveryCodes }) => {
      if (recoveryCodes) onRecoveryCodes(recoveryCodes);
      await client.invalidateQueries();
    },
  });
  if (!browserSupportsWebAuthn()) return null;
  return (
    <div className="stack-tight">
      <p>
        <button
          className="button"
          data-kind={kind}
          type="button"
          disabled={add.isPending}
          onClick={() => add.mutate()}
        >
          {t('factor.add-passkey')}
        </button>
      </p>
      <p className="note">{t('factor.add-passkey-hint')}</p>
      {add.error &&
        (add.error.name === 'InvalidStateError' ? (
          <Notice>{t('factor.passkey-known')}</Notice>
        ) : wasLeft(add.error) ? (
          <Notice>{t('factor.passkey-left')}</Notice>
        ) : (
          <ProblemNotice problem={problemIn(add.error)} />
        ))}
    </div>
  );
}
