import type { LiveStatus } from '@forum/client/live/live-state';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../icons/icon.tsx';
import { dateToTell } from '@forum/domain/time/forum-day';
import { clockIn, dayName } from '../lib/instants.ts';
import { useToday, useVenue } from '../lib/venue.ts';

const signs: Record<LiveStatus['state'], IconName> = {
  live: 'dot',
  reconnecting: 'late',
  polling: 'late',
  offline: 'offline',
  stalled: 'warning',
  'catching-up': 'late',
};

/** How the forum is heard at the moment: a small sign. */
export function LiveSign({ status }: { status: LiveStatus }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="live-sign" data-state={status.state}>
      <Icon name={signs[status.state]} filled={status.state === 'live'} />
      {t(`live.${status.state}`)}
    </span>
  );
}

/** The same as a sentence, only when it matters: nothing new can be heard, or only now and then. */
export function LiveBar({ status }: { status: LiveStatus }): ReactNode {
  const sentence = useSentence(status);
  const matters = ['offline', 'polling', 'stalled'].includes(status.state);
  return (
    <div role="status">
      {matters && (
        <div className="live-bar" data-state={status.state}>
          <Icon name={signs[status.state]} />
          <span>{sentence}</span>
        </div>
      )}
    </div>
  );
}

function useSentence({ state, since }: LiveStatus): string {
  const { t, i18n } = useTranslation();
  const { zone } = useVenue();
  const today = useToday();
  if (since === null) return t('live.offline-unheard');
  const date = dateToTell(since, zone, today);
  const day = date && `${dayName(date, i18n.language)}, `;
  return t(`live.${state}Sentence`, { time: `${day ?? ''}${clockIn(since, zone)}` });
}
