import { dateToTell } from '@forum/domain/time/forum-day';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockIn, dayIn, dayName, dayNameIn, offsetIn, weekdayName } from '../lib/instants.ts';
import { useNow } from '../lib/use-now.ts';
import { useVenue } from '../lib/venue.ts';

interface ClockProps {
  at: string;
  /** The one day of the list that it stands in; null where the list has several, undefined where its day is told beside. */
  day?: string | null | undefined;
}

/**
 * The venue's clock at an instant: `10:30`, and its day where the list does not tell it: `00:30 Thu` in the list of
 * Wednesday. The place is said once, at the head of the list.
 */
export function Clock({ at, day }: ClockProps): ReactNode {
  const { zone, city } = useVenue();
  const { i18n } = useTranslation();
  const date = day === undefined ? null : dateToTell(at, zone, day);
  return (
    <time dateTime={at} title={`${city} (${offsetIn(at, zone)})`}>
      {clockIn(at, zone)}
      {date && (
        <span className="clock-day">
          {' '}
          {day === null ? dayName(date, i18n.language) : weekdayName(date, i18n.language)}
        </span>
      )}
    </time>
  );
}

interface StartAndEndProps {
  start: string;
  end: string;
  day: string | null;
}

/** When a row of a list begins and, below it, when it ends; an end on another date than its start has its day. */
export function StartAndEnd({ start, end, day }: StartAndEndProps): ReactNode {
  const { zone } = useVenue();
  return (
    <div className="when">
      <Clock at={start} day={day} />
      <span className="until">
        <Clock at={end} day={dayIn(start, zone)} />
      </span>
    </div>
  );
}

/** A span with its day, in the venue's time with its place, and the reader's own beside it where it differs. */
export function Span({
  start,
  end,
  day = true,
}: {
  start: string;
  end: string | null;
  day?: boolean;
}): ReactNode {
  const { zone, city } = useVenue();
  const { i18n } = useTranslation();
  return (
    <span className="figures">
      <time dateTime={start}>
        {day && `${dayNameIn(start, zone, i18n.language)}, `}
        <strong>{clockIn(start, zone)}</strong>
        {end && `–${endIn(end, dayIn(start, zone), zone, i18n.language)}`}
      </time>{' '}
      {city} <ReaderTime at={start} />
    </span>
  );
}

/** An end, with its day of the week where that is not the start's. */
function endIn(end: string, startDate: string, zone: string, language: string): string {
  const date = dateToTell(end, zone, startDate);
  return `${date ? `${weekdayName(date, language)} ` : ''}${clockIn(end, zone)}`;
}

/** The reader's own time of an instant; nothing where it is the venue's. */
export function ReaderTime({ at }: { at: string }): ReactNode {
  const { zone, readerZone } = useVenue();
  const { t, i18n } = useTranslation();
  if (offsetIn(at, zone) === offsetIn(at, readerZone)) return null;
  const isOtherDay = dayIn(at, zone) !== dayIn(at, readerZone);
  const time = `${isOtherDay ? `${dayNameIn(at, readerZone, i18n.language)}, ` : ''}${clockIn(at, readerZone)}`;
  return (
    <span className="second">
      · <span className="whole">{t('place.yours', { time })}</span>
    </span>
  );
}

/** What time it is at the venue now. */
export function VenueClock(): ReactNode {
  const { zone, city } = useVenue();
  const { i18n } = useTranslation();
  const now = useNow();
  if (!city) return null;
  return (
    <p className="venue-clock figures">
      <span className="rail-only second">{dayNameIn(now, zone, i18n.language)}</span>
      <strong>{clockIn(now, zone)}</strong> {city}
    </p>
  );
}
