import { queryOf } from '@forum/client/query';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { readReport } from '@forum/contract/outcomes/reports';
import { useEdition } from '@forum/ui/lib/edition';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from '../../components/sign.tsx';
import { Opened } from '../../components/opened.tsx';
import { ReportForm } from './report-form.tsx';

type Result = 'unreported' | 'held' | 'no-show' | 'disputed';

const tones: Record<Result, Tone> = { unreported: 'open', held: 'good', 'no-show': 'bad', disputed: 'care' };

/** What came of a meeting that has begun, and what one's own side says of it. */
export function Report({ meeting }: { meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const params = { edition: edition.slug, meeting: meeting.id };
  const query = useQuery(queryOf(readReport, { params }));
  const firmOf = (side: 'from' | 'to') => meeting[side].firm;
  return (
    <section className="panel stack" aria-labelledby="report">
      <h2 id="report">{t('report.title')}</h2>
      <Read query={query} bones={2}>
        {({ own, version, result }) => (
          <>
            <p className="stack-tight">
              <Sign tone={tones[result.result]}>{t(`report.result.${result.result}`)}</Sign>
              <span className="second">
                {result.result === 'no-show'
                  ? t('report.absent', { firms: result.absent.map(firmOf).join(', ') })
                  : t(`report.means.${result.result}`)}
                {result.result !== 'unreported' && !result.confirmed && ` ${t('report.one-view')}`}
              </span>
            </p>
            <Opened version={version}>
              {(opened) => <ReportForm meeting={meeting} own={own} opened={opened} />}
            </Opened>
          </>
        )}
      </Read>
    </section>
  );
}
