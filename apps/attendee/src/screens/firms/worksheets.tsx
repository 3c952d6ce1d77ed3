import { problemIn } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import { createWorksheet, listWorksheets } from '@forum/contract/advice/worksheets';
import { useEdition } from '@forum/ui/lib/edition';
import { Heading } from '@forum/ui/shell/heading';
import { Empty, ProblemNotice } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { useWrite } from '@forum/ui/lib/use-write';
import { RatioBar } from '../../features/worksheets/ratio-bar.tsx';

/** The worksheets of one's firm, and the ratios that others share with it. */
export function WorksheetsScreen(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const { firm = '' } = useParams();
  const query = useQuery(queryOf(listWorksheets, { params: { edition: edition.slug } }));
  const at = `/e/${edition.slug}/firms/${firm}`;
  return (
    <div className="page">
      <BackTo to={`${at}/routes`} label={t('routes.title')} />
      <header className="stack-tight">
        <Heading tab={t('worksheets.title')} />
        <p className="second">{t('worksheets.text')}</p>
      </header>
      <Read query={query} bones={3}>
        {({ own, received }) => (
          <>
            {own.length === 0 && (
              <Empty title={t('worksheets.none')}>
                <Begin at={at} />
              </Empty>
            )}
            {own.length > 0 && (
              <>
                <ul className="cards">
                  {own.map((worksheet) => (
                    <li key={worksheet.id} className="panel stack-tight">
                      <h2>
                        <Link to={`${at}/worksheets/${worksheet.id}`}>{worksheet.title}</Link>
                      </h2>
                      {worksheet.ratios.map((ratio) => (
                        <RatioBar key={ratio.scheme} ratio={ratio} />
                      ))}
                      <p className="note">
                        {t('worksheets.lines', { count: worksheet.lines })} ·{' '}
                        {worksheet.sharedWith.length > 0
                          ? t('worksheets.seen-by', {
                              firms: worksheet.sharedWith.map(({ name }) => name).join(', '),
                            })
                          : t('worksheets.shared-with-nobody')}
                      </p>
                    </li>
                  ))}
                </ul>
                <Begin at={at} />
              </>
            )}
            <section className="stack" aria-labelledby="received">
              <h2 id="received">{t('worksheets.received')}</h2>
              {received.length === 0 && <p className="second">{t('worksheets.received-none')}</p>}
              <ul className="cards">
                {received.map((worksheet) => (
                  <li key={worksheet.id} className="panel stack-tight">
                    <h3>{worksheet.title}</h3>
                    <p className="second">{worksheet.from.name}</p>
                    {worksheet.ratios.map((ratio) => (
                      <RatioBar key={ratio.scheme} ratio={ratio} />
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Read>
    </div>
  );
}

function Begin({ at }: { at: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const navigate = useNavigate();
  const create = useWrite(createWorksheet, listWorksheets);
  return (
    <div className="stack-tight">
      <p>
        <button
          className="button"
          data-kind="main"
          type="button"
          disabled={create.isPending}
          onClick={() =>
            create.mutate(
              {
                params: { edition: edition.slug },
                body: { title: t('worksheets.new'), currency: 'EUR', lines: [] },
              },
              { onSuccess: ({ id }) => void navigate(`${at}/worksheets/${id}`) },
            )
          }
        >
          {t('worksheets.begin')}
        </button>
      </p>
      {create.error && <ProblemNotice problem={problemIn(create.error)} />}
    </div>
  );
}
