import { call, problemIn } from '@forum/client/http';
import { signInByCode } from '@forum/contract/identity/sign-in';
import { beginPasskeySignIn, signInByPasskey } from '@forum/contract/identity/factors/passkeys';
import { PasskeyButton } from '@forum/ui/factors/passkey-button';
import { TextField } from '@forum/ui/forms/field';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorFrame } from '../../components/door-frame.tsx';
import { askWithWork } from '../../features/sign-in/ask-with-work.ts';
import { useGoIn } from '../../features/sign-in/way-in.ts';

/** The way in: a mail address, then the code that was mailed to it, typed here. */
export function SignIn(): ReactNode {
  const { t, i18n } = useTranslation();
  const [mail, setMail] = useState('');
  const [code, setCode] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const goIn = useGoIn();
  const ask = useMutation({
    mutationFn: () =>
      askWithWork({ mail: mail.trim(), language: i18n.language, onWork: () => setIsWorking(true) }),
    onSettled: () => setIsWorking(false),
  });
  const enter = useMutation({
    mutationFn: (challenge: string) => call(signInByCode, { body: { challenge, code } }),
    onSuccess: goIn,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ask.data) enter.mutate(ask.data.challenge);
    else ask.mutate();
  };
  const problem = enter.error ?? ask.error;
  return (
    <DoorFrame title={t('sign-in.title')}>
      <form className="form" onSubmit={submit} noValidate>
        {!ask.data ? (
          <TextField
            label={t('sign-in.mail')}
            hint={t('sign-in.mail-hint')}
            type="email"
            autoComplete="email"
            inputMode="email"
            required
            value={mail}
            onChange={(event) => setMail(event.target.value)}
          />
        ) : (
          <>
            <p>{t('sign-in.sent', { mail: mail.trim(), minutes: ask.data.withinMinutes })}</p>
            <CodeField code={code} onChange={setCode} />
          </>
        )}
        <p className="note" role="status">
          {isWorking && t('sign-in.working')}
        </p>
        {problem && <ProblemNotice problem={problemIn(problem)} />}
        <p className="line-up">
          <button
            className="button"
            data-kind="main"
            type="submit"
            disabled={ask.isPending || enter.isPending || (!ask.data && !mail.includes('@'))}
          >
            {ask.data ? t('sign-in.enter') : t('sign-in.ask')}
          </button>
          {ask.data && (
            <button className="button" data-kind="quiet" type="button" onClick={() => ask.reset()}>
              {t('sign-in.other-mail')}
            </button>
          )}
        </p>
      </form>
      <PasskeyButton
        label={t('sign-in.passkey')}
        options={beginPasskeySignIn}
        answer={signInByPasskey}
        onDone={goIn}
      />
    </DoorFrame>
  );
}

function CodeField({ code, onChange }: { code: string; onChange: (code: string) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor="code">{t('sign-in.code')}</label>
      <input
        id="code"
        className="input code-input"
        autoFocus
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        value={code}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
