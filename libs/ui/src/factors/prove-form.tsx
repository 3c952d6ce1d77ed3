import { queryOf } from '@forum/client/query';
import { proveByCode, readFactors } from '@forum/contract/identity/factors/factors';
import { beginPasskeyProof, proveByPasskey } from '@forum/contract/identity/factors/passkeys';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeForm } from './code-form.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { useFactorWrite } from './use-factor-write.ts';

/** Shows the second factor in this session: by a passkey of this device, or by a code. */
export function ProveForm({ onShown }: { onShown?: (() => void) | undefined }): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const prove = useFactorWrite(proveByCode, onShown);
  const factors = useQuery(queryOf(readFactors)).data;
  const hasPasskey = factors?.passkeys.some(({ usable }) => usable) ?? false;
  return (
    <div className="stack">
      {hasPasskey && (
        <PasskeyButton
          kind="main"
          label={t('factor.use-passkey')}
          options={beginPasskeyProof}
          answer={proveByPasskey}
          onDone={async () => {
            onShown?.();
            await client.invalidateQueries();
          }}
        />
      )}
      <CodeForm
        label={t('factor.code')}
        hint={t('factor.code-hint')}
        action={t('factor.show')}
        kind={hasPasskey ? undefined : 'main'}
        busy={prove.isPending}
        error={prove.error}
        onCode={(code) => prove.mutate({ body: { code } })}
      />
    </div>
  );
}
