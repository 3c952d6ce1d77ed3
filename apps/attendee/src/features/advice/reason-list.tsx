import type { RouteReason } from '@forum/contract/advice/advice';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { articleIn } from '../../components/article.ts';
import { citationsInKorean } from './citations-in-korean.ts';
import { Openness } from './openness.tsx';
import { rulesInKorean } from './rules-in-korean.ts';

/** What each rule says in a case, which facts would decide it, and where it stands. */
export function ReasonList({ reasons }: { reasons: readonly RouteReason[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const inKorean = (texts: Readonly<Record<string, string>>, text: string) =>
    (i18n.language === 'ko' ? texts[text] : null) ?? text;
  return (
    <ul className="ruled rulings">
      {reasons.map((reason) => (
        <li key={reason.ruleId} className="stack-tight">
          <Openness openness={reason.outcome} />
          <p>
            {isInForce(reason)
              ? inKorean(rulesInKorean, reason.says)
              : t('routes.not-in-force', { day: reason.date })}
          </p>
          {reason.missing.length > 0 && (
            <p className="second">
              {t('routes.missing', {
                facts: reason.missing.map((name) => t(`fact.${name}.short`)).join(', '),
              })}
            </p>
          )}
          {reason.by.map(({ act, date, from, verified }) => (
            <p key={`${act} ${from}`} className="note citation">
              {t(date === null ? 'routes.by-undated' : 'routes.by', {
                act: inKorean(citationsInKorean, act),
                date,
                from,
              })}
              <br />
              {t(verified ? 'routes.by-verified' : 'routes.recalled')}
            </p>
          ))}
          {isInForce(reason) && (
            <p className="note citation">
              {inKorean(citationsInKorean, reason.act)}, {articleIn(reason.article, t)},{' '}
              <time dateTime={reason.date}>{reason.date}</time>
              <br />
              <span>
                {reason.verified
                  ? t('routes.verified', { source: inKorean(citationsInKorean, reason.source) })
                  : t('routes.recalled')}
              </span>{' '}
              · <code>{reason.ruleId}</code>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** On a day without rules there is nothing to cite. */
const isInForce = ({ ruleId }: RouteReason) => !ruleId.endsWith('.not-in-force');
