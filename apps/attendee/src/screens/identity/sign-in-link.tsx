import { call, problemIn } from '@forum/client/http';
import { signInByLink } from '@forum/contract/identity/sign-in';
import { ProblemNotice } from '@forum/ui/states/notice';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { DoorFrame } from '../../components/door-frame.tsx';
import { useGoIn } from '../../features/sign-in/way-in.ts';

/** The page of a mailed link: opening it does nothing, its button signs in. */
export function SignInLink(): ReactNode {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const goIn = useGoIn();
  const enter = useMutation({
    mutationFn: () => call(signInByLink, { body: { secret: hash.slice(1) } }),
    onSuccess: goIn,
  });
  return (
    <DoorFrame title={t('sign-in.link-title')}>
      <p>{t('sign-in.link-text')}</p>
      {enter.error && <ProblemNotice problem={problemIn(enter.error)} />}
      <p className="line-up">
        <button
          className="button"
          data-kind="main"
          type="button"
          disabled={enter.isPending}
          onClick={() => enter.mutate()}
        >
          {t('sign-in.enter')}
        </button>
        <Link className="button" data-kind="quiet" to="/sign-in">
          {t('sign-in.by-code')}
        </Link>
      </p>
    </DoorFrame>
  );
}
