import { createContext, useContext } from 'react';
import { deviceZone } from './instants.ts';

/** Where the edition takes place and where its reader is. */
export interface Venue {
  city: string;
  zone: string;
  /** The zone that the reader chose, or their device's. */
  readerZone: string;
}

/** Every time on the screen is told in this venue's clock first. */
export const VenueContext = createContext<Venue>({ city: '', zone: 'UTC', readerZone: deviceZone() });

export const useVenue = (): Venue => useContext(VenueContext);
