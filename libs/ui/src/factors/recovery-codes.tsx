import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../states/notice.tsx';

/** Recovery codes, on the screen once. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  codes: readonly string[];
  onKept: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="panel stack" aria-label={t('factor.recovery')}>
      <h3>{t('factor.recovery')}</h3>
      <Notice tone="care">{t('factor.recovery-keep')}</Notice>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>
        <button className="button" data-kind="main" type="button" onClick={onKept}>
          {t('factor.recovery-kept')}
        </button>
      </p>
    </section>
  );
}
