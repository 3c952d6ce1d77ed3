import { queryOf } from '@forum/client/query';
import {
  answerHelp,
  listAllMeetings,
  type Meeting,
  readHalls,
  rescheduleMeeting,
  cancelMeeting,
} from '@forum/contract/meetings';
import { meetingStates } from '@forum/domain/meetings/meeting-state';
import { slotsOf } from '@forum/domain/meetings/slots';
import { SearchField, SelectField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { clockIn, dayNameIn } from '@forum/ui/lib/instants';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useNow } from '@forum/ui/lib/use-now';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { StateSign } from '@forum/ui/states/state-sign';
import { Span } from '@forum/ui/time/time';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../components/failure.tsx';
import { useCommand } from '../components/use-command.ts';

/** Every meeting of the edition, those that call for help first. */
export function MeetingsScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const filters = useFilters();
  const search = useDeferredValue(filters.read('q'));
  const state = meetingStates.find((one) => one === filters.read('state'));
  const [open, setOpen] = useState<string | null>(null);
  const query = useQuery({
    ...queryOf(listAllMeetings, {
      params: { edition: edition.slug },
      query: { limit: 300, ...(search ? { search } : {}), ...(state ? { state } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <h1>{t('desk.meetings')}</h1>
      <SearchField
        label={t('overview.search')}
        value={filters.read('q')}
        onChange={(event) => filters.choose('q', event.target.value)}
      />
      <Read query={query}>
        {({ counts, rows, total }) => (
          <>
            <div className="chips" role="group" aria-label={t('overview.state')}>
              <button
                className="chip"
                type="button"
                aria-pressed={!state}
                onClick={() => filters.choose('state', '')}
              >
                {t('list.all')}
              </button>
              {meetingStates.map((one) => (
                <button
                  key={one}
                  className="chip"
                  type="button"
                  aria-pressed={state === one}
                  onClick={() => filters.choose('state', one)}
                >
                  {t(`meeting.${one}`)} <span className="count">{counts[one] ?? 0}</span>
                </button>
              ))}
            </div>
            <p className="note" role="status">
              {t('overview.count', { count: total })}
            </p>
            {rows.length === 0 && <Empty title={t('overview.none')} />}
            <div className="card-list">
              {rows.map((meeting) => (
                <article key={meeting.id} className="stack-tight" style={{ paddingBlock: '0.75rem' }}>
                  <div className="apart">
                    <button
                      className="button"
                      data-kind="quiet"
                      type="button"
                      aria-expanded={open === meeting.id}
                      onClick={() => setOpen(open === meeting.id ? null : meeting.id)}
                    >
                      {meeting.from.firm} · {meeting.to.firm}
                    </button>
                    {meeting.helpCalled ? (
                      <StateSign state="late">{t('overview.help')}</StateSign>
                    ) : (
                      <span className="second">{t(`meeting.${meeting.state}`)}</span>
                    )}
                  </div>
                  <p className="second">
                    {meeting.topic}
                    {meeting.start && (
                      <>
                        {' · '}
                        <Span start={meeting.start} end={meeting.end} />
                      </>
                    )}
                    {meeting.table && ` · ${meeting.table.hall}, ${meeting.table.label}`}
                  </p>
                  {open === meeting.id && meeting.state === 'accepted' && <MeetingDesk meeting={meeting} />}
                </article>
              ))}
            </div>
          </>
        )}
      </Read>
    </div>
  );
}

/** What the help desk can do for a meeting. */
function MeetingDesk({ meeting }: { meeting: Meeting }): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const now = useNow();
  const halls = useQuery(queryOf(readHalls, { params: { edition: edition.slug } })).data ?? [];
  const [start, setStart] = useState('');
  const params = { edition: edition.slug, meeting: meeting.id };
  const move = useCommand(rescheduleMeeting, listAllMeetings);
  const helped = useCommand(answerHelp, listAllMeetings);
  const cancel = useCommand(cancelMeeting, listAllMeetings);
  const slots = halls.flatMap((hall) => slotsOf(hall)).filter((slot) => Date.parse(slot.end) > now.getTime());
  return (
    <div className="panel stack">
      <ul>
        {meeting.notices.map((notice) => (
          <li key={notice.id}>
            <Span start={notice.at} end={null} day={false} /> {notice.by}:{' '}
            {t(`notice.${notice.code}`, { count: notice.minutes ?? 0 })}
          </li>
        ))}
      </ul>
      <p className="note">
        {[...meeting.from.people, ...meeting.to.people]
          .map((person) => `${person.name}${person.mail ? ` <${person.mail}>` : ''}`)
          .join(', ')}
      </p>
      <SelectField
        label={t('overview.move-to', { city: edition.capital.name })}
        value={start}
        onChange={(event) => setStart(event.target.value)}
      >
        <option value="">{t('overview.choose')}</option>
        {slots.map((slot) => (
          <option key={slot.start} value={slot.start}>
            {dayNameIn(slot.start, edition.zone, i18n.language)}, {clockIn(slot.start, edition.zone)}
          </option>
        ))}
      </SelectField>
      <Failure error={move.error ?? helped.error ?? cancel.error} />
      <p className="line-up">
        <button
          className="button"
          data-kind="main"
          type="button"
          disabled={!start || move.isPending}
          onClick={() => move.mutate({ params, body: { version: meeting.version, start, tableId: null } })}
        >
          {t('overview.move')}
        </button>
        {meeting.helpCalled && (
          <button
            className="button"
            type="button"
            disabled={helped.isPending}
            onClick={() => helped.mutate({ params })}
          >
            {t('overview.helped')}
          </button>
        )}
        <button
          className="button"
          data-kind="grave"
          type="button"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ params, body: { version: meeting.version, message: '' } })}
        >
          {t('overview.cancel')}
        </button>
      </p>
    </div>
  );
}
