import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { dateToTell } from '@forum/domain/time/forum-day';
import { clockIn, dayIn, dayName } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { StateSign } from '@forum/ui/states/state-sign';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionPhase } from './session-phase.ts';

interface SessionStateProps {
  session: Session;
  phase: SessionPhase;
  programme: Pick<Programme, 'rooms'>;
}

/** How a session stands: always a word and a sign. */
export function SessionState({ session, phase, programme }: SessionStateProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { zone } = useVenue();
  if (session.state === 'cancelled') return <StateSign state="cancelled" />;
  const { was } = session;
  const timeBefore = (start: string) => {
    const date = dateToTell(start, zone, dayIn(session.start, zone));
    return `${date ? `${dayName(date, i18n.language)}, ` : ''}${clockIn(start, zone)}`;
  };
  const roomBefore =
    was && was.roomId !== session.roomId ? programme.rooms.find(({ id }) => id === was.roomId)?.name : null;
  return (
    <>
      {phase === 'live' && <StateSign state="live" />}
      {phase === 'soon' && <StateSign state="soon" />}
      {was && was.start !== session.start && (
        <StateSign state="moved">{t('session.was', { was: timeBefore(was.start) })}</StateSign>
      )}
      {roomBefore && <StateSign state="moved">{t('session.was', { was: roomBefore })}</StateSign>}
      {session.audience === 'restricted' && <StateSign state="full">{t('session.restricted')}</StateSign>}
    </>
  );
}
