import type { Suggestions } from '@forum/contract/matchmaking/suggestions';
import { countryName } from '@forum/ui/lib/country-name';
import { useEdition } from '@forum/ui/lib/edition';
import { languageOfScript } from '@forum/ui/lib/script-language';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GradeButtons } from './grade-buttons.tsx';
import { inShort, reasonsOf, signed } from './reasons.ts';
import { useReasonText } from './use-reason-text.ts';

const mostReasons = 3;

interface SuggestionCardProps {
  own: string;
  row: NonNullable<Suggestions['rows']>[number];
  /** The highest score of the list. */
  best: number;
  open: boolean;
}

/** A firm that one should meet: how well it fits, its strongest reasons in words, and what one wishes. */
export function SuggestionCard({ own, row, best, open }: SuggestionCardProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const say = useReasonText();
  const { firm, score, terms, grade, why } = row;
  const { shown, rest } = inShort(reasonsOf(terms), mostReasons);
  const facts = [
    countryName(firm.country, i18n.language),
    firm.size && t(`size.${firm.size}`),
    firm.stand && t('firms.stand', { stand: firm.stand }),
  ];
  return (
    <article className="panel match-card stack-tight" data-grade={grade ?? undefined}>
      <header className="match-head">
        <div>
          <h2>
            <Link to={`/e/${edition.slug}/firms/${firm.id}`} lang={languageOfScript(firm.name)}>
              {firm.name}
            </Link>
          </h2>
          <p className="second">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        <p className="score">
          <strong className="figures">{score}</strong> <span className="note">{t('match.points')}</span>
          <span className="bar" aria-hidden="true">
            <span style={{ inlineSize: `${Math.round((100 * score) / Math.max(1, best))}%` }} />
          </span>
        </p>
      </header>
      <ul className="match-reasons">
        {shown.map((reason) => (
          <li key={reason.key}>
            <span>{say.reason(reason)}</span>
            <span className="figures points">{signed(reason.points)}</span>
          </li>
        ))}
        {rest && (
          <li className="second">
            <span>{t('match.more', { count: rest.count })}</span>
            <span className="figures points">{signed(rest.points)}</span>
          </li>
        )}
      </ul>
      {!firm.confirmed && <p className="note">{t('match.from-directory')}</p>}
      {why === 'primes-for-small' && <p className="note">{t('match.for-small')}</p>}
      <GradeButtons own={own} firm={firm} grade={grade} open={open} />
    </article>
  );
}
