import type { Touched } from '@forum/contract/losses/touched';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from './moment.tsx';

/** Every meeting and request that something would touch, by firms, time and people, before it is confirmed. */
export function TouchedMeetings({ meetings, total, title }: Touched & { title: string }): ReactNode {
  const { t } = useTranslation();
  if (total === 0) return null;
  return (
    <section className="stack-tight">
      <h3>{title}</h3>
      <ul className="ruled">
        {meetings.map(({ id, from, to, start, people, then }) => (
          <li key={id}>
            {from} · {to} <strong>({t(`accredit.then-${then}`)})</strong>{' '}
            <span className="note">
              {start ? <Moment at={start} /> : t('imports.request')}
              {people.length > 0 && ` · ${people.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      {total > meetings.length && (
        <p className="note">{t('imports.more', { count: total - meetings.length })}</p>
      )}
    </section>
  );
}
