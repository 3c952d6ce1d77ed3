import { problemIn } from '@forum/client/http';
import { sendDayMessage, type SentDayMessage } from '@forum/contract/meetings/day-messages';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { ProblemNotice } from '@forum/ui/states/notice';
import { Clock } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';
import { useToday } from '@forum/ui/lib/venue';
import { ownSide, otherSide } from './meeting-view.ts';
import { useMeetingStep } from './use-meeting-step.ts';

const offered: readonly SentDayMessage[] = [
  { code: 'on-my-way' },
  { code: 'at-the-table' },
  { code: 'minutes-late', minutes: 5 },
  { code: 'minutes-late', minutes: 10 },
  { code: 'cannot-find' },
];

const minutesOf = (message: SentDayMessage) => (message.code === 'minutes-late' ? message.minutes : 0);

/** Short messages between the sides, each one tap, and the help desk. */
export function OnTheDay({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const today = useToday();
  const step = useMeetingStep();
  const send = (body: SentDayMessage) =>
    step.mutate({
      route: sendDayMessage,
      input: { params: { edition: edition.slug, meeting: meeting.id }, body },
    });
  const firmOf = (side: string) =>
    side === 'help-desk'
      ? t('meetings.help-desk')
      : (side === meeting.side ? ownSide(meeting) : otherSide(meeting)).firm;
  return (
    <section className="panel stack-tight" aria-labelledby="day-title">
      <h2 id="day-title">{t('meetings.on-the-day')}</h2>
      <ul aria-live="polite" className="stack-tight">
        {meeting.dayMessages.map((message) => (
          <li key={message.id}>
            <Clock at={message.at} day={today} /> <strong>{firmOf(message.side)}</strong>{' '}
            {message.principal !== null && (
              <span className="second">
                ({t('me.acting', { aide: message.by, principal: message.principal })}){' '}
              </span>
            )}
            {t(`day-message.${message.code}`, { count: message.minutes ?? 0 })}
          </li>
        ))}
      </ul>
      <div className="chips" role="group" aria-label={t('meetings.tell')}>
        {offered.map((message) => (
          <button
            key={`${message.code}${minutesOf(message)}`}
            className="chip"
            type="button"
            disabled={step.isPending}
            onClick={() => send(message)}
          >
            {t(`day-message.${message.code}`, { count: minutesOf(message) })}
          </button>
        ))}
      </div>
      <p>
        <button
          className="button"
          data-kind="grave"
          type="button"
          disabled={step.isPending || meeting.helpCalled}
          onClick={() => send({ code: 'help' })}
        >
          {meeting.helpCalled ? t('meetings.help-called') : t('meetings.call-help')}
        </button>
      </p>
      {step.error && <ProblemNotice problem={problemIn(step.error)} />}
    </section>
  );
}
