import { type Programme } from '@forum/contract/programme';
import { matchesAll } from '@forum/domain/text/fold';
import { SearchField } from '@forum/ui/forms/field';
import { dayIn, dayName } from '@forum/ui/lib/instants';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useNow } from '@forum/ui/lib/use-now';
import { useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Facet } from '../components/facets.tsx';
import { Panes } from '../components/panes.tsx';
import { useProgramme } from '../components/use-programme.ts';
import { foldedTexts } from '../features/programme/folded-texts.ts';
import { SessionList } from '../features/programme/session-list.tsx';
import { inOrder, isChanged, phaseOf } from '../features/programme/session-phase.ts';

/** The whole programme: by day, track and room, searched as one types. What is chosen stands in the address. */
export function ProgrammeScreen(): ReactNode {
  const { t } = useTranslation();
  const query = useProgramme();
  return (
    <Panes param="session">
      <div className="page">
        <Heading tab={t('nav.programme')} />
        <Read query={query} bones={10}>
          {(programme) => <Listed programme={programme} />}
        </Read>
      </div>
    </Panes>
  );
}

const asOptions = (things: readonly { id: string; name: string }[]) =>
  things.map(({ id, name }) => ({ value: id, name }));

function Listed({ programme }: { programme: Programme }): ReactNode {
  const { t } = useTranslation();
  const { city } = useVenue();
  const { read, choose, clear } = useFilters();
  const chosen = useChosen(programme);
  const { sessions, over, day, today, isSearch } = chosen;
  const isPublished = programme.sessions.length > 0;
  return (
    <>
      <div className="filters">
        <SearchField label={t('programme.search')} value={read('q')} onSearch={(text) => choose('q', text)} />
        <Days
          days={programme.days}
          today={today}
          day={isSearch ? null : day}
          onChoose={(one) => choose('day', one)}
        />
        <div className="facets">
          <Facet
            label={t('programme.track')}
            options={asOptions(programme.tracks)}
            value={read('track')}
            onChange={(id) => choose('track', id)}
          />
          <Facet
            label={t('programme.room')}
            options={asOptions(programme.rooms)}
            value={read('room')}
            onChange={(id) => choose('room', id)}
          />
        </div>
      </div>
      <p className="apart note">
        <span role="status">{t('programme.count', { count: sessions.length + over })}</span>
        <span>{t('time.all-in', { city })}</span>
      </p>
      {over > 0 && (
        <p className="back-to">
          <button
            className="button"
            data-kind="quiet"
            type="button"
            onClick={() => choose('earlier', 'shown')}
          >
            {t('programme.earlier', { count: over })}
          </button>
        </p>
      )}
      {sessions.length > 0 ? (
        <SessionList sessions={sessions} programme={programme} showNow={!isSearch && day === today} />
      ) : (
        <Empty
          title={t(over > 0 ? 'programme.day-over' : isPublished ? 'programme.none' : 'programme.to-come')}
        >
          {over === 0 && isPublished && (
            <button className="button" type="button" onClick={clear}>
              {t('programme.clear')}
            </button>
          )}
        </Empty>
      )}
    </>
  );
}

/** The sessions that fit what was chosen; of today those that are over stand back until they are asked for. */
function useChosen(programme: Programme) {
  const { zone } = useVenue();
  const { read } = useFilters();
  const now = useNow();
  const wanted = useDeferredValue(read('q'));
  const isSearched = wanted !== '';
  const index = useMemo(() => (isSearched ? foldedTexts(programme) : null), [programme, isSearched]);
  const today = dayIn(now, zone);
  const day = read('day') || (programme.days.includes(today) ? today : (programme.days[0] ?? today));
  const isSearch = wanted !== '' || read('changed') !== '';
  const fitting = programme.sessions
    .filter((session) => (isSearch ? matchesAll(index?.get(session.id) ?? '', wanted) : session.day === day))
    .filter((session) => !read('changed') || isChanged(session))
    .filter((session) => !read('track') || session.trackId === read('track'))
    .filter((session) => !read('room') || session.roomId === read('room'))
    .sort(inOrder);
  const standsBack = !isSearch && day === today && !read('earlier');
  const sessions = standsBack ? fitting.filter((session) => phaseOf(session, now) !== 'past') : fitting;
  return { sessions, over: fitting.length - sessions.length, day, today, isSearch };
}

interface DaysProps {
  days: readonly string[];
  today: string;
  day: string | null;
  onChoose: (day: string) => void;
}

function Days({ days, today, day, onChoose }: DaysProps): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="chips chips-scroll" role="group" aria-label={t('programme.days')}>
      {days.map((one) => (
        <button
          key={one}
          className="chip"
          type="button"
          aria-pressed={one === day}
          onClick={() => onChoose(one)}
        >
          {dayName(one, i18n.language)}
          {one === today && <span className="count">{t('programme.today')}</span>}
        </button>
      ))}
    </div>
  );
}
