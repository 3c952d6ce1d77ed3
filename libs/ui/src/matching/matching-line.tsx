import type { MatchingState } from '@forum/contract/matchmaking/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayIn } from '../lib/instants.ts';
import { useNow } from '../lib/use-now.ts';
import { useVenue } from '../lib/venue.ts';
import { Span } from '../time/time.tsx';

/** How recent what rests on the matching is: one line that is always there, so that nothing moves when it changes. */
export function MatchingLine({ state: { asOf, newer } }: { state: MatchingState }): ReactNode {
  const { t } = useTranslation();
  const { zone } = useVenue();
  const today = dayIn(useNow(), zone);
  return (
    <p className="matching-line note" role="status">
      {asOf === null ? (
        t(newer === 'delayed' ? 'matched.first-delayed' : 'matched.first')
      ) : newer === 'none' ? (
        <>
          {t('matched.updated')} <Span start={asOf} end={null} day={dayIn(asOf, zone) !== today} />
        </>
      ) : (
        t(`matched.${newer}`)
      )}
    </p>
  );
}
