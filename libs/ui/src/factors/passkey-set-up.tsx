import { call } from '@forum/client/http';
import { addPasskey, beginPasskey } from '@forum/contract/identity/factors/passkeys';
import { startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskBrowser } from './ask-browser.tsx';

interface PasskeySetUpProps {
  /** Recovery codes come with the first factor. */
  onRecoveryCodes: (codes: string[]) => void;
  kind?: 'main' | undefined;
}

type OptionsJSON = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Has the browser make a passkey. */
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
  return (
    <AskBrowser
      label={t('factor.add-passkey')}
      hint={t('factor.add-passkey-hint')}
      kind={kind}
      asking={add}
    />
  );
}
