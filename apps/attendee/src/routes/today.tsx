import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { dayName } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useToday, useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../components/use-programme.ts';
import { WaitsForFirm } from '../features/firms/waits-for-firm.tsx';
import { NextUp } from '../features/agenda/next-up.tsx';
import { useMeetings } from '../features/agenda/own-agenda.ts';
import { ActFirst } from '../features/me/act-first.tsx';
import { isOnlyAide, principalsHere } from '../features/me/principals-here.ts';
import { ChangedMeetings } from '../features/meetings/changed-meetings.tsx';
import { meetingChanges } from '../features/meetings/meeting-changes.ts';
import { Changed, OnNow, Then } from '../features/programme/at-a-glance.tsx';

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
  const changes = enabled && meetings.data ? meetingChanges(meetings.data.meetings, delegateId, now) : [];
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
      <Read query={query} bones={5}>
        {(programme) => (
          <div className="glance">
            <OnNow programme={programme} />
            <Changed
              programme={programme}
              above={changes.length > 0 ? <ChangedMeetings changes={changes} /> : null}
              none={t(enabled && meetings.data ? 'today.nothing-changed-firm' : 'today.nothing-changed')}
            />
            <Then programme={programme} />
          </div>
        )}
      </Read>
    </div>
  );
}
