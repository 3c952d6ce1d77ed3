import type { KeptMeeting } from '@forum/client/offline/what-is-kept';
import { useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import { useTopic } from '@forum/ui/lib/use-topic';
import { Heading } from '@forum/ui/shell/heading';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailLink, useIsOpen } from '../../components/detail-link.tsx';
import { HallPlan } from './hall-plan.tsx';

/** What this device kept of one's agreed meetings, while the forum cannot be reached. */
export function KeptMeetings({ meetings }: { meetings: readonly KeptMeeting[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="stack-tight">
      <h2>{t('meetings.agreed')}</h2>
      <p className="note">{t('meetings.kept')}</p>
      <div className="card-list">
        {[...meetings]
          .sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
          .map((meeting) => (
            <KeptRow key={meeting.id} meeting={meeting} />
          ))}
      </div>
    </section>
  );
}

function KeptRow({ meeting }: { meeting: KeptMeeting }): ReactNode {
  const { id, theirs, start, end, table } = meeting;
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { edition } = useEdition();
  const isOpen = useIsOpen('meeting', id);
  return (
    <article className="card-row" data-open={isOpen || undefined}>
      <DetailLink to={`/e/${edition.slug}/meetings/${id}`} lang={languageOfScript(theirs.firm)} beside>
        {theirs.firm}
      </DetailLink>
      <span>{topicOf(meeting)}</span>
      <span className="second">
        <Span start={start} end={end} />
        {table && ` · ${table.hall}, ${t('meetings.table', { table: table.label })}`}
      </span>
    </article>
  );
}

/** One of them: when, where with the way, and whom to look for. */
export function KeptMeetingDetail({ meeting }: { meeting: KeptMeeting }): ReactNode {
  const { t } = useTranslation();
  const topicOf = useTopic();
  const { theirs, ours, start, end, table } = meeting;
  return (
    <article className="stack-wide">
      <header className="stack-tight">
        <Heading tab={theirs.firm} lang={languageOfScript(theirs.firm)} />
        <p className="lead">{topicOf(meeting)}</p>
        <p className="note">{t('meetings.kept')}</p>
      </header>
      <dl className="facts">
        <dt>{t('session.when')}</dt>
        <dd>
          <Span start={start} end={end} />
        </dd>
        {table && (
          <>
            <dt>{t('session.where')}</dt>
            <dd>
              {table.hall}, <strong>{t('meetings.table', { table: table.label })}</strong>
            </dd>
          </>
        )}
      </dl>
      {table && <HallPlan hallId={table.hallId} tableId={table.id} />}
      <div className="columns">
        {[theirs, ours].map(({ firm, people }) => (
          <section key={firm} className="stack-tight">
            <h2 lang={languageOfScript(firm)}>{firm}</h2>
            <ul className="ruled">
              {people.map(({ name, office }) => (
                <li key={name} style={{ paddingBlock: '0.5rem' }}>
                  <strong>{name}</strong> <span className="second">{office}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </article>
  );
}
