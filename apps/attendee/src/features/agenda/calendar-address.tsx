import { call, problemIn } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import { createFeed, readFeed, revokeFeed } from '@forum/contract/calendar/calendar';
import { ConfirmButton } from '@forum/ui/forms/confirm-button';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';
import { CopyButton } from '../../components/copy-button.tsx';

/** The secret address under which a calendar follows my agenda; shown once, when it is made. */
export function CalendarAddress(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const client = useQueryClient();
  const params = { edition: edition.slug };
  const feed = useQuery(queryOf(readFeed, { params })).data;
  const settled = () => client.invalidateQueries({ queryKey: keyOf(readFeed) });
  const make = useMutation({ mutationFn: () => call(createFeed, { params }), onSettled: settled });
  const revoke = useMutation({
    mutationFn: () => call(revokeFeed, { params }),
    onSuccess: () => make.reset(),
    onSettled: settled,
  });
  const problem = make.error ?? revoke.error;
  return (
    <section className="panel stack-tight" aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('calendar.title')}</h2>
      <p className="second">{t('calendar.text')}</p>
      {make.data && (
        <p>
          <code className="address">{make.data.url}</code>
          <CopyButton text={make.data.url} />
          <br />
          <span className="note">{t('calendar.once')}</span>
        </p>
      )}
      {feed?.createdAt && !make.data && (
        <p className="note">
          {t('calendar.made')} <Span start={feed.createdAt} end={null} />
        </p>
      )}
      {problem && <ProblemNotice problem={problemIn(problem)} />}
      <div className="line-up">
        <button className="button" type="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {feed?.createdAt ? t('calendar.renew') : t('calendar.make')}
        </button>
        {feed?.createdAt && (
          <ConfirmButton
            kind="grave"
            label={t('calendar.revoke')}
            question={t('calendar.revoke-touches')}
            disabled={revoke.isPending}
            onConfirm={() => revoke.mutate()}
          />
        )}
      </div>
    </section>
  );
}
