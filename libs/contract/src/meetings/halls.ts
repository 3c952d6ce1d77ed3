import { misfits } from '@forum/domain/meetings/halls/misfit';
import { z } from 'zod';
import { inEdition } from '../editions/in-edition.ts';
import { done, route } from '../route.ts';
import { filledLine, id, instant, interval, line, version, wallTime } from '../scalars.ts';

export const table = z.strictObject({
  id,
  label: z.string(),
  capacity: z.int(),
  /** Position on the hall's plan, from 0 to 1 from the left and from the entrance. */
  x: z.number(),
  y: z.number(),
});

export const hall = z.strictObject({
  id,
  version,
  name: z.string(),
  slotMinutes: z.int(),
  changeoverMinutes: z.int(),
  openings: z.array(interval),
  closures: z.array(interval.extend({ reason: z.string() })),
  tables: z.array(table),
});
export type Hall = z.infer<typeof hall>;

export const readHalls = route({
  method: 'GET',
  path: '/editions/:edition/halls',
  action: 'hall.read',
  summary: 'The meeting halls of an edition: hours, slots, tables, plan',
  params: inEdition,
  response: z.array(hall),
});

export const wallInterval = z.strictObject({ start: wallTime, end: wallTime });

/** A hall as it is to be; times are wall times in the edition's zone. */
const hallToBe = z.strictObject({
  /** Which hall, at the version that was seen; null for a new one. */
  of: z.strictObject({ id, version }).nullable(),
  name: filledLine(80),
  slotMinutes: z.int().min(10).max(120),
  changeoverMinutes: z.int().min(0).max(30),
  openings: z.array(wallInterval).max(30),
  closures: z.array(wallInterval.extend({ reason: line(120) })).max(60),
  tables: z.int().min(1).max(600),
  seats: z.int().min(2).max(20),
});
export type HallToBe = z.infer<typeof hallToBe>;

export const setHall = route({
  method: 'PUT',
  path: '/editions/:edition/halls',
  action: 'hall.edit',
  summary: 'Set up a meeting hall, or change one; its meetings stay where they are',
  params: inEdition,
  body: hallToBe,
  response: hall,
});

export const foreseeHall = route({
  method: 'POST',
  path: '/editions/:edition/halls/misfits',
  action: 'hall.edit',
  summary:
    'Which agreed meetings would not fit a hall any more if it were set up like this; nothing is saved',
  params: inEdition,
  body: hallToBe,
  response: z.strictObject({
    total: z.int(),
    /** All of them. */
    meetings: z.array(
      z.strictObject({
        id,
        start: instant,
        end: instant,
        table: z.string(),
        from: z.string(),
        to: z.string(),
        why: z.enum(misfits),
      }),
    ),
  }),
});

export const removeHall = route({
  method: 'DELETE',
  path: '/editions/:edition/halls/:hall',
  action: 'hall.edit',
  summary: 'Remove a hall in which no meeting was ever agreed or planned',
  params: inEdition.extend({ hall: id }),
  response: done,
});
