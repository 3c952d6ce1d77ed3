import { type LiveStatus } from '@forum/client/live/live-state';
import { useTranslation } from 'react-i18next';
import { Time } from '../time/time.tsx';
import { Icon } from '../icons/icon.tsx';

/** The state of the connection as a small sign. */
export function LiveSign({ status }: { status: LiveStatus }) {
  const { t } = useTranslation('ui');
  return (
    <span className="live-sign" data-state={status.state} title={sentence(status.state, t)}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {status.state === 'live' ? (
          <circle cx="8" cy="8" r="5" fill="currentColor" />
        ) : status.state === 'offline' ? (
          <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="2.5" />
        ) : (
          <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray="5 3" />
        )}
      </svg>
      {t(`live.${status.state}`)}
    </span>
  );
}

/** The sentence that the sign turns into when it matters: without network, or where no live connection stands. */
export function LiveBar({ status }: { status: LiveStatus }) {
  const { t } = useTranslation('ui');
  if (status.state !== 'offline' && status.state !== 'polling') return null;
  return (
    <div className="live-bar" data-state={status.state}>
      <Icon name={status.state === 'offline' ? 'offline' : 'care'} />
      <p>
        {status.state === 'polling' ? t('live.pollingSentence') : <OfflineSince since={status.since} />}
      </p>
    </div>
  );
}

function OfflineSince({ since }: { since: string }) {
  const { t } = useTranslation('ui');
  const [before, after] = t('live.offlineSentence', { time: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <Time at={since} detail="clock" />
      {after}
    </>
  );
}

const sentence = (state: LiveStatus['state'], t: ReturnType<typeof useTranslation<'ui'>>['t']): string =>
  state === 'offline' ? t('live.offline') : t(`live.${state}Sentence`);
