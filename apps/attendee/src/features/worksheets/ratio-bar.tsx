import type { SharedRatio } from '@forum/contract/advice/worksheets';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign, type Tone } from '../../components/sign.tsx';

const tones: Record<SharedRatio['outcome'], Tone> = {
  passes: 'good',
  fails: 'bad',
  undecided: 'open',
  'not-in-force': 'open',
};

/** What comes from outside a scheme's perimeter as a bar with the limit marked on it, beside word, sign and figure. */
export function RatioBar({ ratio }: { ratio: SharedRatio }): ReactNode {
  const { t } = useTranslation();
  const { percent, limit, outcome } = ratio;
  const hasLimit = outcome !== 'not-in-force';
  return (
    <div className="ratio" data-outcome={outcome}>
      <div className="apart">
        <strong>{t(`scheme.${ratio.scheme}.name`)}</strong>
        <Sign tone={tones[outcome]}>{t(`ratio.${outcome}`)}</Sign>
      </div>
      <div className="ratio-bar" aria-hidden="true">
        <span className="ratio-fill" style={{ inlineSize: `${Math.min(100, Number(percent ?? 0))}%` }} />
        {hasLimit && (
          <>
            <span className="ratio-limit" style={{ insetInlineStart: `${limit}%` }} />
            <span className="ratio-mark figures" style={{ insetInlineStart: `${limit}%` }}>
              {limit} %
            </span>
          </>
        )}
      </div>
      <p className="second figures">
        {percent === null
          ? t('ratio.nothing')
          : t(hasLimit ? 'ratio.outside' : 'ratio.no-limit', { percent, limit })}
      </p>
    </div>
  );
}
