import { queryOf } from '@forum/client/query';
import { readFigures } from '@forum/contract/outcomes/figures';
import { instantAround } from '@forum/domain/time/zoned';
import { TextField } from '@forum/ui/forms/field';
import { useEdition } from '@forum/ui/lib/edition';
import { useFilters } from '@forum/ui/lib/use-filters';
import { Heading } from '@forum/ui/shell/heading';
import { useVenue } from '@forum/ui/lib/venue';
import { Span } from '@forum/ui/time/time';
import { Notice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EditionTable } from '../../features/outcomes/edition-table.tsx';
import { MeetingFigures } from '../../features/outcomes/meeting-figures.tsx';
import { NamedOutcomes } from '../../features/outcomes/named-outcomes.tsx';
import { NoShows } from '../../features/outcomes/no-shows.tsx';
import { StageChart } from '../../features/outcomes/stage-chart.tsx';

const minute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What became of the meetings: figures per edition from the log, and who did not come. */
export function OutcomesScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { read, choose } = useFilters();
  const { city } = useVenue();
  const moment = minute.test(read('asOf')) ? read('asOf') : '';
  const query = useQuery({
    ...queryOf(readFigures, {
      params: { edition: edition.slug },
      query: { asOf: moment ? instantAround(moment, edition.zone) : undefined },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="page">
      <header className="stack-tight">
        <Heading tab={t('desk.outcomes')} />
        <p className="second">{t('figures.text')}</p>
      </header>
      <div className="line-up moment-choice">
        <TextField
          type="datetime-local"
          label={t('figures.moment', { city })}
          value={moment}
          onChange={(event) => choose('asOf', event.target.value)}
        />
        {moment && (
          <button className="button" type="button" onClick={() => choose('asOf', '')}>
            {t('figures.now')}
          </button>
        )}
      </div>
      <Read query={query} bones={6}>
        {({ asOf, editions }) => {
          const here = editions.find(({ slug }) => slug === edition.slug);
          return (
            <>
              <Notice>
                <p>
                  <strong className="figures">
                    {t('figures.as-of')} <Span start={asOf} end={null} />
                  </strong>
                </p>
                <p className="second">{t('figures.reproducible')}</p>
              </Notice>
              {here && (
                <div className="columns">
                  <StageChart figures={here} />
                  <MeetingFigures meetings={here.meetings} />
                </div>
              )}
              <EditionTable editions={editions} />
              {here && <NamedOutcomes named={here.named} />}
            </>
          );
        }}
      </Read>
      <NoShows />
    </div>
  );
}
