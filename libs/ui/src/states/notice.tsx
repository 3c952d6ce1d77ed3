import type { Problem } from '@forum/contract/problem';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldText } from '../lib/field-text.ts';
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

/** An id says nothing to a reader. */
const holdsId = /[0-9a-f]{8}-[0-9a-f]{4}-/;

interface ProblemNoticeProps {
  problem: Problem;
  retry?: () => void;
  /** The form that marks the refused fields; without one they are told here. */
  form?: RefObject<HTMLFormElement | null>;
}

/** What went wrong, what was kept, and what to do: in the reader's language where the code is known. */
export function ProblemNotice({ problem, retry, form }: ProblemNoticeProps): ReactNode {
  const { t, i18n } = useTranslation();
  const mustSignIn = problem.code === 'auth.required';
  const fields = problem.fields ?? [];
  const isAway = problem.code === 'temporarily.unavailable';
  // The server tells the value and the remedy in English; elsewhere the translated sentence stands alone.
  const saysMore =
    i18n.language === 'en' &&
    fields.length === 0 &&
    problem.code !== 'network.offline' &&
    !mustSignIn &&
    // Whoever only reads has saved nothing that might be lost.
    !(isAway && retry) &&
    !holdsId.test(problem.detail);
  return (
    <div role="alert">
      <Notice tone="problem">
        <p>
          <strong>{t(`problem.${problem.code}`, { ...problem.details, defaultValue: problem.title })}</strong>
          {problem.code === 'network.offline' && form && ` ${t('query.kept')}`}
        </p>
        {saysMore && <p className="second">{problem.detail}</p>}
        {fields.length > 0 &&
          (form ? <Marked form={form} count={fields.length} /> : <Refused fields={fields} />)}
        {problem.requestId && problem.status >= 500 && !isAway && (
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

/** How many fields of a form are marked, and the way to the first. */
function Marked({ form, count }: { form: RefObject<HTMLFormElement | null>; count: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <p className="line-up">
      {t('field.marked', { count })}
      <button
        className="button"
        type="button"
        onClick={() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()}
      >
        {t('field.first')}
      </button>
    </p>
  );
}

function Refused({ fields }: { fields: NonNullable<Problem['fields']> }): ReactNode {
  const { i18n } = useTranslation();
  return (
    <ul className="second">
      {fields.map((field) => (
        <li key={field.path}>
          {field.rule !== 'empty' && `${field.value}: `}
          {fieldText(field, i18n)}
        </li>
      ))}
    </ul>
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
