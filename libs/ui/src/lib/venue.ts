import { forumDay } from '@forum/domain/time/forum-day';
import { createContext, useContext } from 'react';
import { deviceZone } from './instants.ts';
import { useNow } from './use-now.ts';

/** Where the edition takes place and where its reader is. */
export interface Venue {
  city: string;
  zone: string;
  /** The first date of the edition. */
  startsOn: string;
  /** The zone that the reader chose, or their device's. */
  readerZone: string;
}

/** Every time on the screen is told in this venue's clock first. */
export const VenueContext = createContext<Venue>({
  city: '',
  zone: 'UTC',
  startsOn: '',
  readerZone: deviceZone(),
});

export const useVenue = (): Venue => useContext(VenueContext);

/** The day of the forum that it is at the venue: still yesterday's until six in the morning. */
export function useToday(): string {
  const venue = useVenue();
  return forumDay(useNow().toISOString(), venue);
}
