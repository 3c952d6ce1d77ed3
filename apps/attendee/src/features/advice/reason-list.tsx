import { type RouteReason } from '@forum/contract/advice';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { articleIn } from '../../components/article.ts';
import { Openness } from './openness.tsx';
import { rulesInKorean } from './rules-in-korean.ts';

/** What each rule says in a case, which facts would decide it, and where it stands. */
export function ReasonList({ reasons }: { reasons: readonly RouteReason[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const saysOf = ({ says }: RouteReason) => (i18n.language === 'ko' ? rulesInKorean[says] : null) ?? says;
  return (
    <ul className="ruled rulings">
      {reasons.map((reason) => (
        <li key={reason.ruleId} className="stack-tight">
          <Openness openness={reason.outcome} />
          <p>{saysOf(reason)}</p>
          {reason.missing.length > 0 && (
            <p className="second">
              {t('routes.missing', {
                facts: reason.missing.map((name) => t(`fact.${name}.short`)).join(', '),
              })}
            </p>
          )}
          <p className="note citation">
            {reason.act}, {articleIn(reason.article, t)}, <time dateTime={reason.date}>{reason.date}</time>
            <br />
            <span>
              {reason.verified ? t('routes.verified', { source: reason.source }) : t('routes.recalled')}
            </span>{' '}
            · <code>{reason.ruleId}</code>
          </p>
        </li>
      ))}
    </ul>
  );
}
