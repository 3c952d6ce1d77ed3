import { type Programme, type Session } from '@forum/contract/programme';
import { fold, matchesAll } from '@forum/domain/text/fold';
import { SearchField, SelectField } from '@forum/ui/forms/field';
import { dayIn, dayName } from '@forum/ui/lib/instants';
import { useNow } from '@forum/ui/lib/use-now';
import { useVenue } from '@forum/ui/lib/venue';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SessionList } from '../features/programme/session-list.tsx';
import { inOrder } from '../features/programme/session-phase.ts';
import { useProgramme } from '../features/programme/use-programme.ts';

/** The whole programme: by day, track and room, searched as one types. What is chosen stands in the address. */
export function ProgrammeScreen(): ReactNode {
  const { t } = useTranslation();
  const query = useProgramme();
  return (
    <div className="page">
      <h1>{t('nav.programme')}</h1>
      <Read query={query} bones={10}>
        {(programme) => <Listed programme={programme} />}
      </Read>
    </div>
  );
}

function Listed({ programme }: { programme: Programme }): ReactNode {
  const { t, i18n } = useTranslation();
  const { zone, city } = useVenue();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const today = dayIn(now, zone);
  const searched = search.get('q') ?? '';
  const day = search.get('day') ?? (programme.days.includes(today) ? today : (programme.days[0] ?? today));
  const wanted = useDeferredValue(searched);
  const index = useMemo(() => foldedTexts(programme), [programme]);
  const choose = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const sessions = programme.sessions
    .filter((session) => (wanted ? matchesAll(index.get(session.id) ?? '', wanted) : session.day === day))
    .filter((session) => !search.get('track') || session.trackId === search.get('track'))
    .filter((session) => !search.get('room') || session.roomId === search.get('room'))
    .sort(inOrder);
  return (
    <>
      <SearchField
        label={t('programme.search')}
        value={searched}
        onChange={(event) => choose('q', event.target.value)}
      />
      <div className="chips chips-scroll" role="group" aria-label={t('programme.days')}>
        {programme.days.map((one) => (
          <button
            key={one}
            className="chip"
            type="button"
            aria-pressed={!searched && one === day}
            onClick={() => choose('day', one)}
          >
            {dayName(one, i18n.language)}
            {one === today && <span className="count">{t('programme.today')}</span>}
          </button>
        ))}
      </div>
      <div className="pair">
        <Choice
          label={t('programme.track')}
          options={programme.tracks}
          value={search.get('track') ?? ''}
          onChange={(id) => choose('track', id)}
        />
        <Choice
          label={t('programme.room')}
          options={programme.rooms}
          value={search.get('room') ?? ''}
          onChange={(id) => choose('room', id)}
        />
      </div>
      <p className="note" role="status">
        {t('programme.count', { count: sessions.length })} · {t('time.all-in', { city })}
      </p>
      {sessions.length > 0 ? (
        <SessionList sessions={sessions} programme={programme} showNow={!wanted && day === today} />
      ) : (
        <Empty title={t('programme.none')}>
          <button className="button" type="button" onClick={() => setSearch({}, { replace: true })}>
            {t('programme.clear')}
          </button>
        </Empty>
      )}
    </>
  );
}

function Choice({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { id: string; name: string }[];
  value: string;
  onChange: (id: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('programme.all')}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.name}
        </option>
      ))}
    </SelectField>
  );
}

/** What each session can be found by: title, speakers, track and room, folded once. */
function foldedTexts({ sessions, speakers, tracks, rooms }: Programme): Map<string, string> {
  const names = new Map([...speakers, ...tracks, ...rooms].map((thing) => [thing.id, thing.name]));
  const words = (session: Session) =>
    [
      session.title,
      session.subtitle,
      ...session.speakerIds.map((id) => names.get(id)),
      names.get(session.trackId ?? ''),
      names.get(session.roomId ?? ''),
    ]
      .filter(Boolean)
      .join(' ');
  return new Map(sessions.map((session) => [session.id, fold(words(session))]));
}
