import type { Advice, RouteVerdict } from '@forum/contract/advice/advice';
import { Icon } from '@forum/ui/icons/icon';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Openness } from './openness.tsx';
import { ReasonList } from './reason-list.tsx';

/** Every programme with its verdict; each opens to its reasons and citations. */
export function VerdictList({ advice }: { advice: Advice }): ReactNode {
  return (
    <ul className="verdicts">
      {advice.verdicts.map((verdict) => (
        <li key={verdict.scheme}>
          <Verdict verdict={verdict} advice={advice} />
        </li>
      ))}
    </ul>
  );
}

function Verdict({ verdict, advice }: { verdict: RouteVerdict; advice: Advice }): ReactNode {
  const { t } = useTranslation();
  const { alone } = verdict;
  return (
    <details className="verdict">
      <summary>
        <h2 className="verdict-name">{t(`scheme.${verdict.scheme}.name`)}</h2>
        <Openness openness={verdict.openness} />
        <Icon name="forward" />
      </summary>
      <div className="stack verdict-body">
        <p className="second">{t(`scheme.${verdict.scheme}.what`)}</p>
        <ReasonList reasons={verdict.reasons} />
        {alone && (
          <>
            <h3>{t('routes.alone', { firm: advice.own?.name })}</h3>
            <ReasonList reasons={alone.own.reasons} />
            <h3>{t('routes.alone', { firm: advice.firm.name })}</h3>
            <p className="note">{t('routes.as-shared', { firm: advice.firm.name })}</p>
            <ReasonList reasons={alone.other.reasons} />
          </>
        )}
        {verdict.packVersion !== null && (
          <p className="note">
            {t('routes.pack', { version: verdict.packVersion })}
            {!verdict.verified && ` ${t('routes.not-all-verified')}`}
          </p>
        )}
      </div>
    </details>
  );
}
