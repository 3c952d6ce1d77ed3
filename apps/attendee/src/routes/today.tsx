import { dayName } from '@forum/ui/lib/instants';
import { useToday, useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Read } from '@forum/ui/states/read';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgramme } from '../components/use-programme.ts';
import { WaitsForFirm } from '../features/firms/waits-for-firm.tsx';
import { NextUp } from '../features/agenda/next-up.tsx';
import { Changed, OnNow, Then } from '../features/programme/at-a-glance.tsx';

/** Three questions without scrolling: where must I be next, what is on now, what has changed. */
export function Today(): ReactNode {
  const { t, i18n } = useTranslation();
  const { city } = useVenue();
  const today = useToday();
  const query = useProgramme();
  return (
    <div className="page today">
      <div className="page-head">
        <Heading tab={t('nav.today')} />
        <p className="second">
          {dayName(today, i18n.language)} · {t('time.all-in', { city })}
        </p>
      </div>
      <WaitsForFirm />
      <NextUp />
      <Read query={query} bones={5}>
        {(programme) => (
          <div className="glance">
            <OnNow programme={programme} />
            <Changed programme={programme} />
            <Then programme={programme} />
          </div>
        )}
      </Read>
    </div>
  );
}
