import { queryOf } from '@forum/client/query';
import { untilComputed } from '@forum/client/until-computed';
import { listSuggestions, type Suggestions } from '@forum/contract/matchmaking/suggestions';
import { listWishes } from '@forum/contract/matchmaking/wishes';
import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { steadyList, useSteadyOrder } from '@forum/ui/lib/use-steady-order';
import { MatchingLine } from '@forum/ui/matching/matching-line';
import { Heading } from '@forum/ui/shell/heading';
import { Bones, Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { BackTo } from '../../components/back-to.tsx';
import { GradeButtons } from '../../features/matchmaking/grade-buttons.tsx';
import { PreferredTimes } from '../../features/matchmaking/preferred-times.tsx';
import { SuggestionCard } from '../../features/matchmaking/suggestion-card.tsx';
import { WishesProgress } from '../../features/matchmaking/wishes-progress.tsx';

/** Whom one's firm should meet and why, and what it wishes. */
export function WhomToMeet(): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const standing = useStanding();
  return (
    <div className="page">
      <BackTo to={`/e/${edition.slug}/firms`} label={t('nav.firms')} />
      <Heading tab={t('match.title')} />
      {standing?.firmId && standing.accredited ? (
        <OfFirm own={standing.firmId} />
      ) : (
        <Empty title={t('match.firms-only')}>
          <Link className="button" to={`/e/${edition.slug}/firms`}>
            {t('nav.firms')}
          </Link>
        </Empty>
      )}
    </div>
  );
}

function OfFirm({ own }: { own: string }): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const where = { params: { edition: edition.slug, firm: own } };
  const query = useQuery({ ...queryOf(listSuggestions, where), ...untilComputed });
  const profile = (
    <Link className="button" to={`/e/${edition.slug}/our-profile`}>
      {t('profile.title')}
    </Link>
  );
  return (
    <Read query={query} bones={5}>
      {({ matching, status, rows, best, speaking, freeSlots }) => (
        <>
          <WishesProgress status={status} />
          <p className="line-up">{profile}</p>
          <PreferredTimes own={own} />
          <MatchingLine state={matching} />
          {rows === null && <Bones rows={5} />}
          {freeSlots !== null && freeSlots > 0 && (
            <p className="second">{t('match.room', { count: freeSlots })}</p>
          )}
          {rows?.length === 0 && (
            <Empty title={t(!speaking ? 'match.say-first' : freeSlots === 0 ? 'match.full' : 'match.none')}>
              {!speaking && profile}
            </Empty>
          )}
          {rows && <SuggestionCards own={own} rows={rows} best={best} open={status.open} />}
          {rows && <OtherWishes own={own} suggested={rows.map(({ firm }) => firm.id)} open={status.open} />}
        </>
      )}
    </Read>
  );
}

interface SuggestionCardsProps {
  own: string;
  rows: NonNullable<Suggestions['rows']>;
  best: number;
  open: boolean;
}

function SuggestionCards({ own, rows, best, open }: SuggestionCardsProps): ReactNode {
  const { t } = useTranslation();
  const shown = useSteadyOrder(rows, ({ firm }) => firm.id);
  return (
    <ul className="match-cards" aria-label={t('match.suggestions')} {...steadyList}>
      {shown.map((row) => (
        <li key={row.firm.id}>
          <SuggestionCard own={own} row={row} best={best} open={open} />
        </li>
      ))}
    </ul>
  );
}

/** Wishes about firms that are not suggested. */
function OtherWishes({
  own,
  suggested,
  open,
}: {
  own: string;
  suggested: readonly string[];
  open: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const { edition } = useEdition();
  const query = useQuery(queryOf(listWishes, { params: { edition: edition.slug, firm: own } }));
  const others = query.data?.rows.filter(({ firm }) => !suggested.includes(firm.id)) ?? [];
  return (
    <section className="stack" aria-labelledby="other-wishes">
      <h2 id="other-wishes">{t('wishes.others')}</h2>
      <p className="second">{t('wishes.others-text')}</p>
      <ul className="ruled">
        {others.map(({ firm, grade }) => (
          <li key={firm.id} className="apart found-row">
            <Link to={`/e/${edition.slug}/firms/${firm.id}`}>{firm.name}</Link>
            <GradeButtons own={own} firm={firm} grade={grade} open={open} />
          </li>
        ))}
      </ul>
    </section>
  );
}
