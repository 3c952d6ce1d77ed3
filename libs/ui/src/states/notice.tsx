import { type Problem } from '@forum/contract/problem';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../icons/icon.tsx';
import { RingMark } from '../ring/ring-mark.tsx';

type Tone = 'plain' | 'problem' | 'care' | 'good';

const signs: Record<Tone, IconName> = { plain: 'info', problem: 'warning', care: 'warning', good: 'check' };

/** Something to know before going on. */
export function Notice({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }): ReactNode {
  return (
    <div className="notice" data-tone={tone}>
      <Icon name={signs[tone]} />
      <div className="stack-tight">{children}</div>
    </div>
  );
}

/** What went wrong, what was kept, and what to do: in the reader's language where the code is known. */
export function ProblemNotice({ problem, retry }: { problem: Problem; retry?: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const mustSignIn = problem.code === 'auth.required';
  // The server tells the value and the remedy in English; elsewhere the translated sentence stands alone.
  const saysMore = i18n.language === 'en' && problem.code !== 'network.offline' && !mustSignIn;
  return (
    <div role="alert">
      <Notice tone="problem">
        <p>
          <strong>{t(`problem.${problem.code}`, { defaultValue: problem.title })}</strong>
        </p>
        {saysMore && <p className="second">{problem.detail}</p>}
        {problem.requestId && problem.status >= 500 && (
          <p className="note">{t('query.request', { id: problem.requestId })}</p>
        )}
        {mustSignIn && (
          <p>
            <a
              className="button"
              data-kind="main"
              href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}
            >
              {t('query.sign-in')}
            </a>
          </p>
        )}
        {retry && !mustSignIn && (
          <p>
            <button className="button" type="button" onClick={retry}>
              {t('query.again')}
            </button>
          </p>
        )}
      </Notice>
    </div>
  );
}

/** A screen with nothing on it: what will be here, and the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }): ReactNode {
  return (
    <div className="empty">
      <RingMark />
      <p className="lead">{title}</p>
      {children}
    </div>
  );
}

/** Rows that stand where the real ones will, so that nothing moves when these come. */
export function Bones({ rows = 6 }: { rows?: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="board bones" role="status" aria-label={t('query.loading')}>
      {Array.from({ length: rows }, (_, i) => (
        <div className="board-row" key={i} aria-hidden="true">
          <span className="bone" style={{ inlineSize: '2.8rem' }} />
          <span>
            <span className="bone" style={{ inlineSize: `${88 - ((i * 17) % 40)}%` }} />
            <span className="bone" style={{ inlineSize: `${54 - ((i * 11) % 20)}%` }} />
          </span>
          <span className="bone" style={{ inlineSize: '3.4rem' }} />
        </div>
      ))}
    </div>
  );
}
