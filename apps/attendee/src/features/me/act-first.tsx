import { problemIn } from '@forum/client/http';
import { type SignedIn, useEdition } from '@forum/ui/lib/edition';
import { ProblemNotice } from '@forum/ui/states/notice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { principalsHere } from './principals-here.ts';
import { useActFor } from './use-act-for.ts';

/** What an aide came for: to act for somebody. It stands where others are told to register. */
export function ActFirst({ me }: { me: SignedIn }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const act = useActFor();
  return (
    <section className="panel stack-tight" data-tone="accent">
      <p>{t('today.act-first')}</p>
      <p className="line-up">
        {principalsHere(me, edition.slug).map(({ aide, name }) => (
          <button
            key={aide}
            className="button"
            data-kind="main"
            type="button"
            disabled={act.isPending}
            onClick={() => act.mutate(aide)}
          >
            {t('aides.act', { principal: name })}
          </button>
        ))}
      </p>
      {act.error && <ProblemNotice problem={problemIn(act.error)} />}
    </section>
  );
}
