import type { Programme } from '@forum/contract/programme/programme';
import { SearchField } from '@forum/ui/forms/field';
import { dayName } from '@forum/ui/lib/instants';
import { foldedSessions } from '@forum/ui/lib/session-texts';
import { useFilters } from '@forum/ui/lib/use-filters';
import { useNow } from '@forum/ui/lib/use-now';
import { useToday, useVenue } from '@forum/ui/lib/venue';
import { Heading } from '@forum/ui/shell/heading';
import { Empty } from '@forum/ui/states/notice';
import { Read } from '@forum/ui/states/read';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Facet } from '../../components/facets.tsx';
import { Panes } from '../../components/panes.tsx';
import { useProgramme } from '../../components/use-programme.ts';
import { chooseSessions } from '../../features/programme/chosen-sessions.ts';
import { SessionList } from '../../features/programme/session-list.tsx';

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
  const { read, choose, chooseAll, clear } = useFilters();
  const chosen = useChosen(programme);
  const { sessions, over, day, today, ofAllDays } = chosen;
  const isPublished = programme.sessions.length > 0;
  return (
    <>
      <div className="filters">
        <SearchField label={t('programme.search')} value={read('q')} onSearch={(text) => choose('q', text)} />
        <Days
          days={programme.days}
          today={today}
          day={ofAllDays ? null : day}
          onChoose={(one) => chooseAll({ day: one, q: '', changed: '', on: '', at: '' })}
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
        <SessionList
          sessions={sessions}
          programme={programme}
          day={ofAllDays ? null : day}
          showNow={!ofAllDays && day === today}
        />
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

const noTexts: ReadonlyMap<string, string> = new Map();

/** The sessions that fit what was chosen; of today those that are over stand back until they are asked for. */
function useChosen(programme: Programme) {
  const { read } = useFilters();
  const { session } = useParams();
  const now = useNow();
  const today = useToday();
  const q = useDeferredValue(read('q'));
  const isSearched = q !== '';
  const texts = useMemo(() => (isSearched ? foldedSessions(programme) : noTexts), [programme, isSearched]);
  const filters = {
    ...{ q, day: read('day'), track: read('track'), room: read('room'), at: read('at') },
    ...{ changed: read('changed') !== '', isNow: read('on') === 'now', earlier: read('earlier') !== '' },
  };
  const opened = programme.sessions.find(({ id }) => id === session);
  return { ...chooseSessions(filters, { programme, now, today, opened, texts }), today };
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
