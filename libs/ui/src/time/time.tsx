import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockIn, dayIn, dayNameIn, offsetIn } from '../lib/instants.ts';
import { useNow } from '../lib/use-now.ts';
import { useVenue } from '../lib/venue.ts';

/** The venue's clock at an instant: `10:30`. The place is said once, at the head of the list it stands in. */
export function Clock({ at }: { at: string }): ReactNode {
  const { zone, city } = useVenue();
  return (
    <time dateTime={at} title={`${city} (${offsetIn(at, zone)})`}>
      {clockIn(at, zone)}
    </time>
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
        {end && `–${clockIn(end, zone)}`}
      </time>{' '}
      {city} <ReaderTime at={start} />
    </span>
  );
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
