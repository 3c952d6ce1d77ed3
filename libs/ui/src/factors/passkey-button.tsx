import { call } from '@forum/client/http';
import type { beginPasskeyProof, proveByPasskey } from '@forum/contract/identity/factors/passkeys';
import { startAuthentication } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AskBrowser } from './ask-browser.tsx';

interface PasskeyButtonProps {
  label: string;
  kind?: 'main' | undefined;
  /** What says which passkey to ask for, and where the browser's answer goes: a proof, or a sign-in. */
  options: Pick<typeof beginPasskeyProof, keyof typeof beginPasskeyProof>;
  answer: Pick<typeof proveByPasskey, keyof typeof proveByPasskey>;
  onDone: () => Promise<void> | void;
}

type OptionsJSON = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Asks the browser for a passkey of this device. */
export function PasskeyButton({ label, kind, options, answer, onDone }: PasskeyButtonProps): ReactNode {
  const use = useMutation({
    mutationFn: async () => {
      const optionsJSON = (await call(options)) as unknown as OptionsJSON;
      const credential = await startAuthentication({ optionsJSON });
      await call(answer, { body: { credential: { ...credential } } });
    },
    onSuccess: onDone,
  });
  return <AskBrowser label={label} kind={kind} asking={use} />;
}
