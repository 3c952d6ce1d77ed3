import type { Meeting } from '@forum/contract/meetings/meeting';
import { languageNames } from '@forum/ui/lib/language-name';
import { meetingStateKey } from '@forum/ui/lib/meeting-state-key';
import { useTopic } from '@forum/ui/lib/use-topic';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentCounts } from './attachment-counts.tsx';
import { InterpreterChoice } from './interpreter-choice.tsx';
import { MeetingActions } from './meeting-actions.tsx';
import { TopicControl } from './topic-control.tsx';

/** One meeting at the help desk: who, when, where, what they wrote, and what the desk can do for them. */
export function MeetingDetail({ meeting }: { meeting: Meeting }): ReactNode {
  const { t, i18n } = useTranslation();
  const topicOf = useTopic();
  return (
    <>
      <header className="stack-tight">
        <h2>
          {meeting.from.firm} · {meeting.to.firm}
        </h2>
        <p>{topicOf(meeting)}</p>
        {meeting.helpCalled ? (
          <StateSign state="late">{t('overview.help')}</StateSign>
        ) : (
          <p className="second">{t(meetingStateKey(meeting))}</p>
        )}
      </header>
      {meeting.start && (
        <p>
          <Span start={meeting.start} end={meeting.end} />
          {meeting.table && ` · ${meeting.table.hall}, ${meeting.table.label}`}
        </p>
      )}
      {meeting.placeLost && (
        <StateSign state="late">
          {t('meeting.place-lost')}: {t(`hall.misfit-${meeting.placeLost}`)}
        </StateSign>
      )}
      {meeting.endedBy && <p>{t(`meeting.ended-${meeting.endedBy}`)}</p>}
      {meeting.state === 'accepted' && (
        <section className="stack-tight">
          <h3>{t('interpreter.title')}</h3>
          {meeting.interpreter && (
            <p>
              {meeting.interpreter.name}{' '}
              <span className="note">{languageNames(meeting.interpreter.languages, i18n.language)}</span>
            </p>
          )}
          <InterpreterChoice
            key={`${meeting.id}${meeting.version}`}
            meetingId={meeting.id}
            now={meeting.interpreter}
          />
        </section>
      )}
      {meeting.state === 'accepted' && <MeetingActions key={meeting.id} meeting={meeting} />}
      {meeting.control && <TopicControl meeting={meeting} control={meeting.control} />}
      <AttachmentCounts meeting={meeting} />
      {[meeting.from, meeting.to].map((party) => (
        <section key={party.teamId} className="stack-tight">
          <h3>{party.firm}</h3>
          <ul>
            {party.people.map((person) => (
              <li key={person.delegateId}>
                {person.name} <span className="note">{person.office}</span>
                {person.mail && (
                  <>
                    {' '}
                    <a href={`mailto:${person.mail}`}>{person.mail}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {meeting.dayMessages.length > 0 && (
        <section className="stack-tight">
          <h3>{t('overview.day-messages')}</h3>
          <ol className="ruled">
            {meeting.dayMessages.map((message) => (
              <li key={message.id} className="history-row">
                {t(`day-message.${message.code}`, { count: message.minutes ?? 0 })}
                <div className="note">
                  {message.by} · <Span start={message.at} end={null} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
