import type { SessionImpact } from '@forum/contract/programme/session-changes';
import { Notice } from '@forum/ui/states/notice';
import { Span } from '@forum/ui/time/time';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What a session would clash with, or that it clashes with nothing. */
export function Clashes({ clashes }: { clashes: SessionImpact['clashes'] }): ReactNode {
  const { t } = useTranslation();
  if (clashes.length === 0) return <p className="second">{t('board.no-clash')}</p>;
  return (
    <Notice tone="care">
      {clashes.map((clash, i) => (
        <p key={i}>
          {t(`board.clash-${clash.kind}`, { with: clash.with, who: clash.who, count: clash.count })} ·{' '}
          <Span start={clash.start} end={clash.end} />
        </p>
      ))}
    </Notice>
  );
}
