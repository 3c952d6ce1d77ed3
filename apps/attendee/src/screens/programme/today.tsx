import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { dayName } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useToday, useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../../components/use-programme.ts';
import { WaitsForFirm } from '../../features/firms/waits-for-firm.tsx';
import { NextUp } from '../../features/agenda/next-up.tsx';
import { useMeetings } from '../../features/agenda/own-agenda.ts';
import { ActFirst } from '../../features/me/act-first.tsx';
import { isOnlyAide, principalsHere } from '../../features/me/principals-here.ts';
import { changedMeetings } from '../../features/meetings/changed-meetings.tsx';
import { meetingChanges } from '../../features/meetings/meeting-changes.ts';
import { useNewsSince } from '../../features/meetings/use-news-since.ts';
import { Changed, OnNow, Then } from '../../features/programme/at-a-glance.tsx';

/** Three questions without scrolling: where must I be next, what is on now, what has changed. */
export function Today(): ReactNode {
  const { t, i18n } = useTranslation();
  const { city } = useVenue();
  const today = useToday();
  const { edition, me } = useEdition();
  const query = useProgramme();
  const { enabled, query: meetings } = useMeetings();
  const now = useNow();
  const delegateId = useStanding()?.delegateId ?? null;
  const since = useNewsSince(meetings.data !== undefined);
  const changes =
    enabled && meetings.data ? meetingChanges(meetings.data.meetings, delegateId, { now, since }) : [];
  // What waits for an answer moves nothing once it is there; what cannot be read holds nothing up.
  const isAsked = enabled && !meetings.data && !meetings.failureCount && meetings.fetchStatus === 'fetching';
  return (
    <div className="page today">
      <div className="page-head">
        <Heading tab={t('nav.today')} />
        <p className="second">
          {dayName(today, i18n.language)} · {t('time.all-in', { city })}
        </p>
      </div>
      <WaitsForFirm />
      {me && principalsHere(me, edition.slug).length > 0 && <ActFirst me={me} />}
      {!isOnlyAide(me, edition.slug) && <NextUp />}
      <Read query={isAsked ? { ...query, data: undefined } : query} bones={5}>
        {(programme) => (
          <div className="glance">
            <OnNow programme={programme} />
            <Changed
              programme={programme}
              above={changes.length > 0 ? changedMeetings(changes) : null}
              none={t(enabled && meetings.data ? 'today.nothing-changed-firm' : 'today.nothing-changed')}
            />
            <Then programme={programme} />
          </div>
        )}
      </Read>
    </div>
  );
}
