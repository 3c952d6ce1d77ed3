import type { EditionFigures } from '@forum/contract/outcomes/figures';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const counts = ['begun', 'held', 'noShow', 'disputed', 'unreported'] as const;

/** What the sides have reported of the edition's meetings. */
export function MeetingFigures({ meetings }: { meetings: EditionFigures['meetings'] }): ReactNode {
  const { t, i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language);
  return (
    <section className="stack-tight" aria-labelledby="meeting-figures">
      <h2 id="meeting-figures">{t('figures.meetings')}</h2>
      <dl className="facts">
        {counts.map((count) => (
          <div key={count} style={{ display: 'contents' }}>
            <dt>{t(`figures.${count}`)}</dt>
            <dd className="figures">{format.format(meetings[count])}</dd>
          </div>
        ))}
        <dt>{t('figures.rating')}</dt>
        <dd className="figures">
          {meetings.rating === null ? t('figures.withheld') : format.format(meetings.rating)}
        </dd>
      </dl>
      <p className="note">{t('figures.reports-now')}</p>
    </section>
  );
}
