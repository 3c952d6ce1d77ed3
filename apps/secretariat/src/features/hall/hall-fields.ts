import type { Hall, HallToBe } from '@forum/contract/meetings/halls';
import { wallTimeIn } from '@forum/ui/lib/instants';
import type { WallSpan } from '../../components/hours.tsx';

/** A hall as it stands in its form. */
export interface HallFields {
  name: string;
  slotMinutes: string;
  changeoverMinutes: string;
  tables: string;
  seats: string;
  openings: WallSpan[];
  closures: WallSpan[];
}

/** The fields of a hall, in the wall time of the venue. */
export function fieldsOfHall(hall: Hall, zone: string): HallFields {
  const wall = (span: { start: string; end: string }) => ({
    start: wallTimeIn(span.start, zone),
    end: wallTimeIn(span.end, zone),
  });
  return {
    name: hall.name,
    slotMinutes: String(hall.slotMinutes),
    changeoverMinutes: String(hall.changeoverMinutes),
    tables: String(hall.tables.length),
    seats: String(hall.tables[0]?.capacity ?? usualSeats),
    openings: hall.openings.map(wall),
    closures: hall.closures.map((closure) => ({ ...wall(closure), reason: closure.reason })),
  };
}

/** The fields of a hall that is not there yet, open on the first day. */
export const fieldsOfNewHall = (name: string, firstDay: string): HallFields => ({
  name,
  slotMinutes: '25',
  changeoverMinutes: '5',
  tables: '24',
  seats: String(usualSeats),
  openings: [{ start: `${firstDay}T09:00`, end: `${firstDay}T18:00` }],
  closures: [],
});

/** What the fields ask for; `of` is null for a new hall. */
export const hallToBe = (fields: HallFields, of: HallToBe['of']): HallToBe => ({
  of,
  name: fields.name,
  slotMinutes: Number(fields.slotMinutes),
  changeoverMinutes: Number(fields.changeoverMinutes),
  tables: Number(fields.tables),
  seats: Number(fields.seats),
  openings: fields.openings.map(({ start, end }) => ({ start, end })),
  closures: fields.closures.map(({ start, end, reason }) => ({ start, end, reason: reason ?? '' })),
});

const usualSeats = 6;
