import { queryOf } from '@forum/client/query';
import { suitableTimes } from '@forum/contract/meetings/requests';
import { forumDay } from '@forum/domain/time/forum-day';
import { dayName } from '@forum/ui/lib/instants';
import { useVenue } from '@forum/ui/lib/venue';
import { Read } from '@forum/ui/states/read';
import { Clock } from '@forum/ui/time/time';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdition } from '@forum/ui/lib/edition';

interface SlotChoiceProps {
  fromTeam: string;
  toTeam: string;
  meeting?: string;
  chosen: readonly string[];
  onChange: (starts: string[]) => void;
  most: number;
}

/** Times that suit both teams, day by day; those that do not are not offered, and nobody learns why. */
export function SlotChoice({
  fromTeam,
  toTeam,
  meeting,
  chosen,
  onChange,
  most,
}: SlotChoiceProps): ReactNode {
  const { t, i18n } = useTranslation();
  const { edition } = useEdition();
  const venue = useVenue();
  const query = useQuery({
    ...queryOf(suitableTimes, {
      params: { edition: edition.slug },
      query: { fromTeam, toTeam, ...(meeting ? { meeting } : {}) },
    }),
    staleTime: 0,
  });
  const turn = (start: string) =>
    onChange(
      chosen.includes(start) ? chosen.filter((one) => one !== start) : [...chosen, start].slice(-most),
    );
  return (
    <fieldset className="stack-tight">
      <legend className="field-label">{t('meetings.times', { count: most })}</legend>
      <p className="note">{t('time.all-in', { city: venue.city })}</p>
      <Read query={query} bones={2}>
        {({ slots }) => {
          const free = slots.filter((slot) => slot.free);
          const days = [...new Set(free.map((slot) => forumDay(slot.start, venue)))];
          if (days.length === 0) return <p>{t('meetings.no-times')}</p>;
          return days.map((day) => (
            <div key={day} className="stack-tight">
              <h2 className="day-name">{dayName(day, i18n.language)}</h2>
              <div className="slot-grid">
                {free
                  .filter((slot) => forumDay(slot.start, venue) === day)
                  .map((slot) => (
                    <button
                      key={slot.start}
                      className="chip figures"
                      type="button"
                      aria-pressed={chosen.includes(slot.start)}
                      onClick={() => turn(slot.start)}
                    >
                      <Clock at={slot.start} day={day} />
                    </button>
                  ))}
              </div>
            </div>
          ));
        }}
      </Read>
    </fieldset>
  );
}
