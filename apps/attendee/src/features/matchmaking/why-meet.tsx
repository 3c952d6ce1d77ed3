import { queryOf } from '@forum/client/query';
import { untilComputed } from '@forum/client/until-computed';
import { explainMatch } from '@forum/contract/matchmaking/suggestions';
import type { RouteOutput } from '@forum/contract/route';
import { useEdition } from '@forum/ui/lib/edition';
import { MatchingLine } from '@forum/ui/matching/matching-line';
import { Bones } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GradeButtons } from './grade-buttons.tsx';
import { reasonsOf, signed } from './reasons.ts';
import { useReasonText } from './use-reason-text.ts';

type Common = NonNullable<RouteOutput<typeof explainMatch>['common']>;

/** Why one's own firm should meet this one: every term, summing to the score. */
export function WhyMeet({ own, firm }: { own: string; firm: { id: string; name: string } }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery({
    ...queryOf(explainMatch, { params: { edition: edition.slug, firm: firm.id } }),
    ...untilComputed,
  });
  return (
    <section className="stack" aria-labelledby="why-meet">
      <h2 id="why-meet">{t('match.why-meet')}</h2>
      <Read query={query} bones={3}>
        {({ matching, common, grade, status }) => (
          <>
            <GradeButtons own={own} firm={firm} grade={grade} open={status.open} />
            <MatchingLine state={matching} />
            {common ? <InCommon firm={firm} common={common} /> : <Bones rows={3} />}
          </>
        )}
      </Read>
    </section>
  );
}

/** The reasons as a table, and their sum. */
function InCommon({ firm, common: { score, terms } }: { firm: { name: string }; common: Common }): ReactNode {
  const { t } = useTranslation();
  const say = useReasonText();
  if (terms.length === 0) return <p className="second">{t('match.nothing')}</p>;
  return (
    <table className="terms">
      <caption className="hidden-visually">{t('match.table', { firm: firm.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('match.column-reason')}</th>
          <th scope="col">{t('match.column-gain')}</th>
          <th scope="col">{t('match.points')}</th>
        </tr>
      </thead>
      <tbody>
        {reasonsOf(terms).map((reason) => (
          <Fragment key={reason.key}>
            {reason.terms.length > 1 && (
              <tr className="group">
                <th scope="rowgroup" colSpan={3}>
                  {say.reason(reason)}
                </th>
              </tr>
            )}
            {reason.terms.map((term, place) => (
              <tr key={place}>
                <td>{reason.terms.length > 1 ? say.term(term) : say.reason(reason)}</td>
                <td>{t(`match.gain.${term.gain ?? 'both'}`)}</td>
                <td className="figures">{signed(term.points)}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('match.score')}
          </th>
          <td className="figures">{score}</td>
        </tr>
      </tfoot>
    </table>
  );
}
