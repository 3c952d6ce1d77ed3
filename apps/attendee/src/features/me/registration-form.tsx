import { problemIn } from '@forum/client/http';
import type { SignedIn } from '@forum/ui/lib/edition';
import { Notice, ProblemNotice } from '@forum/ui/states/notice';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentTicks } from './consent-ticks.tsx';
import { isClosed } from './form-of.ts';
import { invitedAs } from './places-left.ts';
import { RegistrationParts } from './registration-parts.tsx';
import type { Registration } from './registration-state.tsx';
import { useRegistration } from './use-registration.ts';

interface RegistrationFormProps {
  registration: Registration | null;
  /** Of the invitation that the applicant came with. */
  secret: string | null;
  /** Into which they are invited, or have been taken. */
  delegation: Registration['delegation'];
  me: SignedIn;
}

/**
 * The form of a registration. What is typed is kept as one types. Once the host has refused, what was agreed to is all
 * that can still change.
 */
export function RegistrationForm(props: RegistrationFormProps): ReactNode {
  const { registration, secret, delegation, me } = props;
  const { t } = useTranslation();
  const { form, change, changeName, draft, submit, errors } = useRegistration(
    registration,
    secret,
    delegation && invitedAs(delegation.places),
    me,
  );
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (submit.error) element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [submit.error]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit.mutate(form);
  };
  const closed = isClosed(registration);
  return (
    <form ref={element} className="form" onSubmit={send} noValidate>
      {!closed && (
        <RegistrationParts
          registration={registration}
          delegation={delegation}
          form={form}
          errors={errors}
          change={change}
          changeName={changeName}
        />
      )}
      <ConsentTicks given={form.consents} onChange={(consents) => change({ consents })} />
      {submit.error && <ProblemNotice problem={problemIn(submit.error)} form={element} />}
      {submit.isSuccess && (
        <Notice tone="good">
          <p>{t(closed ? 'register.consents-saved' : 'register.sent')}</p>
        </Notice>
      )}
      <div className="line-up">
        <button className="button" data-kind="main" type="submit" disabled={submit.isPending}>
          {t(`register.${stepOf(registration)}`)}
        </button>
        <span className="note" role="status">
          {draft.isPending && t('register.keeping')}
          {draft.isSuccess && t('register.kept')}
          {draft.isError && t('register.kept-here')}
        </span>
      </div>
    </form>
  );
}

/** What submitting means now. */
function stepOf(registration: Registration | null): 'submit' | 'change' | 'save-consents' {
  if (isClosed(registration)) return 'save-consents';
  return registration?.submittedAt && registration.state !== 'withdrawn' ? 'change' : 'submit';
}
