import type { WishesStatus } from '@forum/contract/matchmaking/shared';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How many wishes are given of those asked for, how many musts are left, and until when. */
export function WishesProgress({ status }: { status: WishesStatus }): ReactNode {
  const { t } = useTranslation();
  const done = status.asked === 0 ? 1 : Math.min(1, status.given / status.asked);
  return (
    <section className="panel stack-tight" data-tone="accent" aria-label={t('wishes.progress')}>
      <p className="apart">
        <strong className="figures">{t('wishes.given', { given: status.given, asked: status.asked })}</strong>
        <span className="figures">{t('wishes.musts-left', { count: status.mustsLeft })}</span>
      </p>
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(done * 100)}%` }} />
      </span>
      <p className="second">
        {t(status.open ? 'wishes.open-until' : 'wishes.closed-at')}{' '}
        <Span start={status.deadline} end={null} />
      </p>
    </section>
  );
}
