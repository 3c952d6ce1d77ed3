import { type FirmImport } from '@forum/contract/firms';
import { type ProgrammeImport } from '@forum/contract/programme';
import { Span } from '@forum/ui/time/time';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/moment.tsx';

type Field = FirmImport['changed'][number]['fields'][number];

const mostShown = 200;

/** What a programme's file would change. */
export function ProgrammeDifference({ difference }: { difference: ProgrammeImport }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <Sums difference={difference} />
      <Part title={t('imports.added')} count={difference.added.length}>
        {difference.added.slice(0, mostShown).map((session, i) => (
          <li key={i}>
            {session.title}{' '}
            <span className="note">
              <Span start={session.start} end={null} /> · {session.room}
            </span>
          </li>
        ))}
      </Part>
      <Part title={t('imports.changed')} count={difference.changed.length}>
        {difference.changed.slice(0, mostShown).map((session, i) => (
          <li key={i}>
            {session.title} <Fields fields={session.fields} />
          </li>
        ))}
      </Part>
      <Part title={t('imports.removed')} count={difference.removed.length}>
        {difference.removed.slice(0, mostShown).map((session, i) => (
          <li key={i}>
            {session.title}{' '}
            <span className="note">
              <Span start={session.start} end={null} />
            </span>
          </li>
        ))}
      </Part>
      <Notes notes={[...difference.warnings, ...difference.notes]} />
    </div>
  );
}

/** What an exhibitor list would change. */
export function FirmDifference({ difference }: { difference: FirmImport }): ReactNode {
  const { t } = useTranslation();
  const firm = (one: { name: string; country: string | null }) =>
    `${one.name}${one.country ? ` (${one.country})` : ''}`;
  return (
    <div className="stack-tight">
      <Sums difference={difference} />
      <Part title={t('imports.added')} count={difference.added.length}>
        {difference.added.slice(0, mostShown).map((one, i) => (
          <li key={i}>{firm(one)}</li>
        ))}
      </Part>
      <Part title={t('imports.changed')} count={difference.changed.length}>
        {difference.changed.slice(0, mostShown).map((one, i) => (
          <li key={i}>
            {firm(one)} <Fields fields={one.fields} />
          </li>
        ))}
      </Part>
      <Part title={t('imports.removed')} count={difference.removed.length}>
        {difference.removed.slice(0, mostShown).map((one, i) => (
          <li key={i}>{firm(one)}</li>
        ))}
      </Part>
      <Notes notes={difference.notes} />
    </div>
  );
}

function Sums({
  difference,
}: {
  difference: Pick<FirmImport, 'source' | 'unchanged'> & {
    added: unknown[];
    changed: unknown[];
    removed: unknown[];
  };
}): ReactNode {
  const { t } = useTranslation();
  return (
    <p role="status">
      <strong>{difference.source}</strong>:{' '}
      {t('imports.sums', {
        added: difference.added.length,
        changed: difference.changed.length,
        removed: difference.removed.length,
        unchanged: difference.unchanged,
      })}
    </p>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <details open={count <= 12}>
      <summary>
        {title} <span className="badge">{count}</span>
      </summary>
      <ul className="ruled">{children}</ul>
      {count > mostShown && <p className="note">{t('imports.more', { count: count - mostShown })}</p>}
    </details>
  );
}

function Fields({ fields }: { fields: readonly Field[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="note">
      {fields.map(({ field, from, to }, i) => (
        <Fragment key={field}>
          {i > 0 && ' · '}
          {t(`import-field.${field}`, { defaultValue: field })}:{' '}
          {field === 'start' ? (
            <>
              <Moment at={from} /> → <Moment at={to} />
            </>
          ) : (
            `${from} → ${to}`
          )}
        </Fragment>
      ))}
    </span>
  );
}

function Notes({ notes }: { notes: readonly { code: string; where: string; value: string }[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Part title={t('imports.notes')} count={notes.length}>
      {notes.slice(0, mostShown).map((note, i) => (
        <li key={i}>
          {t(`import-note.${note.code}`, { defaultValue: note.code })}{' '}
          <span className="note">{[note.where, note.value].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </Part>
  );
}
