import { problemIn } from '@forum/client/http';
import { type Factors, removeCodeApp, renewRecoveryCodes } from '@forum/contract/identity/factors/factors';
import { removePasskey } from '@forum/contract/identity/factors/passkeys';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../forms/confirm-button.tsx';
import { ProblemNotice } from '../states/notice.tsx';
import { Span } from '../time/time.tsx';
import { CodeAppSetUp } from './code-app-set-up.tsx';
import { deviceName } from '../lib/device-name.ts';
import { PasskeySetUp } from './passkey-set-up.tsx';
import { useFactorWrite } from './use-factor-write.ts';

interface OwnFactorsProps {
  factors: Factors;
  onRecoveryCodes: (codes: string[]) => void;
}

/** What one has to show as a second factor: added, removed, and the codes for when all is lost. */
export function OwnFactors({ factors, onRecoveryCodes }: OwnFactorsProps): ReactNode {
  const { t } = useTranslation();
  const { codeApp, passkeys, passkeysPossible, recoveryCodesLeft } = factors;
  const remove = useFactorWrite(removeCodeApp);
  const removeKey = useFactorWrite(removePasskey);
  const renew = useFactorWrite(renewRecoveryCodes, ({ recoveryCodes }) => onRecoveryCodes(recoveryCodes));
  const problem = remove.error ?? removeKey.error ?? renew.error;
  return (
    <div className="stack">
      <ul className="ruled">
        {passkeys.map((passkey) => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            busy={removeKey.isPending}
            onRemove={() => removeKey.mutate({ params: { passkey: passkey.id } })}
          />
        ))}
        {codeApp && (
          <li className="apart factor-row">
            <span>
              {t('factor.app')}
              <br />
              <span className="note">
                {t('factor.since')} <Span start={codeApp.since} end={null} />
              </span>
            </span>
            <ConfirmButton
              label={t('factor.remove')}
              question={t('factor.remove-touches')}
              disabled={remove.isPending}
              onConfirm={() => remove.mutate({})}
            />
          </li>
        )}
        <li className="apart factor-row">
          <span>
            {t('factor.recovery')}
            <br />
            <span className="note">{t('factor.recovery-left', { count: recoveryCodesLeft })}</span>
          </span>
          <ConfirmButton
            label={t('factor.recovery-renew')}
            question={t('factor.recovery-renew-touches')}
            disabled={renew.isPending}
            onConfirm={() => renew.mutate({})}
          />
        </li>
      </ul>
      {problem && <ProblemNotice problem={problemIn(problem)} />}
      {passkeysPossible && <PasskeySetUp onRecoveryCodes={onRecoveryCodes} />}
      {!codeApp && <CodeAppSetUp onRecoveryCodes={onRecoveryCodes} />}
    </div>
  );
}

interface PasskeyRowProps {
  passkey: Factors['passkeys'][number];
  busy: boolean;
  onRemove: () => void;
}

function PasskeyRow({ passkey, busy, onRemove }: PasskeyRowProps): ReactNode {
  const { t } = useTranslation();
  return (
    <li className="apart factor-row">
      <span>
        {t('factor.passkey', { device: deviceName(passkey.device, t('devices.browser')) })}
        <br />
        <span className="note">
          {passkey.usable ? (
            <>
              {t('factor.since')} <Span start={passkey.createdAt} end={null} />
            </>
          ) : (
            t('factor.passkey-elsewhere')
          )}
        </span>
      </span>
      <ConfirmButton
        label={t('factor.remove')}
        question={t('factor.remove-touches')}
        disabled={busy}
        onConfirm={onRemove}
      />
    </li>
  );
}
