import type { FirmImport } from '@forum/contract/firms/imports';
import type { ProgrammeImport } from '@forum/contract/programme/imports';
import { countryName } from '@forum/ui/lib/country-name';
import { Span } from '@forum/ui/time/time';
import { Children, Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../components/moment.tsx';
import { groupedNotes } from './grouped-notes.ts';
import { TouchedMeetings } from '../../components/touched-meetings.tsx';

type Field = FirmImport['changed'][number]['fields'][number];

/** What a programme's file would change. */
export function ProgrammeDifference({ difference }: { difference: ProgrammeImport }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <Sums difference={difference} />
      <Part title={t('imports.added')} count={difference.sums.added}>
        {difference.added.map((session, i) => (
          <li key={i}>
            {session.title}{' '}
            <span className="note">
              <Span start={session.start} end={null} /> · {session.room}
            </span>
          </li>
        ))}
      </Part>
      <Part title={t('imports.changed')} count={difference.sums.changed}>
        {difference.changed.map((session, i) => (
          <li key={i}>
            {session.title} <Fields fields={session.fields} />
          </li>
        ))}
      </Part>
      <Part title={t('imports.removed')} count={difference.sums.removed}>
        {difference.removed.map((session, i) => (
          <li key={i}>
            {session.title}{' '}
            <span className="note">
              <Span start={session.start} end={null} />
            </span>
          </li>
        ))}
      </Part>
      <Part title={t('imports.disagreements')} count={difference.disagreeing}>
        {difference.disagreements.map((session, i) => (
          <li key={i}>
            {session.title} <Disagreement fields={session.fields} />
          </li>
        ))}
      </Part>
      <Notes notes={[...difference.warnings, ...difference.notes]} />
    </div>
  );
}

/** What an exhibitor list would change. */
export function FirmDifference({ difference }: { difference: FirmImport }): ReactNode {
  const { t, i18n } = useTranslation();
  const firm = (one: { name: string; country: string | null }) =>
    `${one.name}${one.country ? ` (${countryName(one.country, i18n.language)})` : ''}`;
  return (
    <div className="stack-tight">
      <Sums difference={difference} />
      <p>{t(`imports.mode-${difference.mode}`)}</p>
      <Part title={t('imports.added')} count={difference.sums.added}>
        {difference.added.map((one, i) => (
          <li key={i}>{firm(one)}</li>
        ))}
      </Part>
      <Part title={t('imports.changed')} count={difference.sums.changed}>
        {difference.changed.map((one, i) => (
          <li key={i}>
            {firm(one)} <Fields fields={one.fields} />
          </li>
        ))}
      </Part>
      <Part title={t('imports.removed')} count={difference.sums.removed}>
        {difference.removed.map((one, i) => (
          <li key={i}>{firm(one)}</li>
        ))}
      </Part>
      <Part title={t('imports.disagreements')} count={difference.disagreeing}>
        {difference.disagreements.map((one, i) => (
          <li key={i}>
            {firm(one)} <Disagreement fields={one.fields} />
          </li>
        ))}
      </Part>
      <TouchedMeetings
        {...difference.touched}
        title={t('imports.ends', { count: difference.touched.total, people: difference.touched.people })}
      />
      <Notes notes={difference.notes} />
    </div>
  );
}

function Sums({ difference }: { difference: Pick<FirmImport, 'source' | 'sums' | 'unchanged'> }): ReactNode {
  const { t } = useTranslation();
  return (
    <p role="status">
      <strong>{difference.source}</strong>:{' '}
      {t('imports.sums', {
        ...difference.sums,
        unchanged: difference.unchanged,
      })}
    </p>
  );
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }): ReactNode {
  const { t } = useTranslation();
  if (count === 0) return null;
  const shown = Children.count(children);
  return (
    <details open={count <= 12}>
      <summary>
        {title} <span className="badge">{count}</span>
      </summary>
      <ul className="ruled">{children}</ul>
      {count > shown && <p className="note">{t('imports.more', { count: count - shown })}</p>}
    </details>
  );
}

function Fields({ fields }: { fields: readonly Field[] }): ReactNode {
  return (
    <span className="note">
      {fields.map(({ field, from, to }, i) => (
        <Fragment key={field}>
          {i > 0 && ' · '}
          <FieldName field={field} />: <Said field={field} text={from} />
          {field !== 'identity' && (
            <>
              {' → '}
              <Said field={field} text={to} />
            </>
          )}
        </Fragment>
      ))}
    </span>
  );
}

/** What stays, and what the file says instead. */
function Disagreement({ fields }: { fields: readonly Field[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="note">
      {fields.map(({ field, from, to }, i) => (
        <Fragment key={field}>
          {i > 0 && ' · '}
          <FieldName field={field} />: <Said field={field} text={from} /> ({t('imports.file-says')}{' '}
          <Said field={field} text={to} />)
        </Fragment>
      ))}
    </span>
  );
}

function FieldName({ field }: { field: string }): ReactNode {
  const { t } = useTranslation();
  return t(`import-field.${field}`, { defaultValue: field });
}

function Said({ field, text }: { field: string; text: string }): ReactNode {
  const { t } = useTranslation();
  if (field === 'start' && text !== '') return <Moment at={text} />;
  if (field === 'state') return t(`imports.${text}`, { defaultValue: text });
  return text === '' ? '–' : text;
}

/** What was noticed, by kind with its number; where it stands is folded as soon as it is more than one place. */
function Notes({ notes }: { notes: Parameters<typeof groupedNotes>[0] }): ReactNode {
  const { t } = useTranslation();
  const groups = groupedNotes(notes);
  return (
    <Part title={t('imports.notes')} count={groups.length}>
      {groups.map(({ code, count, places }) => (
        <li key={code}>
          {t(`import-note.${code}`, { defaultValue: code })}{' '}
          {count === 1 && <span className="note">{places[0]}</span>}
          {count > 1 && (
            <details>
              <summary>{t('imports.times', { count })}</summary>
              <ul className="note">
                {places.map((place, i) => (
                  <li key={i}>{place}</li>
                ))}
              </ul>
              {count > places.length && (
                <p className="note">{t('imports.more', { count: count - places.length })}</p>
              )}
            </details>
          )}
        </li>
      ))}
    </Part>
  );
}
