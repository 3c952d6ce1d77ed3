import { type HallToBe, readHalls, setHall } from '@forum/contract/meetings/halls';
import { done, type Here } from './two-that-meet.ts';

/** What a hall loses, so that a meeting at nine on the first day lacks it. */
export const smallerHalls = {
  'table-gone': () => ({ tables: 1 }),
  'seats-fewer': () => ({ seats: 2 }),
  'hour-gone': (day) => ({ openings: [{ start: `${day}T11:00`, end: `${day}T12:00` }] }),
} satisfies Record<string, (day: string) => Partial<HallToBe>>;

/** The hall as it would be with a part of it changed. */
export async function hallToBe(
  { desk, params, edition }: Here,
  part: (day: string) => Partial<HallToBe>,
): Promise<HallToBe> {
  const [now] = done(await desk.call(readHalls, { params }));
  const day = `${edition.slug.slice(-4)}-05-12`;
  return {
    ...{ of: { id: now!.id, version: now!.version }, name: now!.name, slotMinutes: 20, changeoverMinutes: 5 },
    ...{ openings: [{ start: `${day}T09:00`, end: `${day}T12:00` }], closures: [], tables: 3, seats: 6 },
    ...part(day),
  };
}

/** Saves the hall as it is, so that its tables are named as those are that were set up at the desk. */
export async function setAtDesk(here: Here): Promise<void> {
  const body = await hallToBe(here, () => ({}));
  done(await here.desk.call(setHall, { params: here.params, body }));
}

/** A meeting at nine at another table than the first, which somebody else has. */
export async function tableBeside(here: Here) {
  const { hanbit, nordlys } = here;
  const first = await here.agree('00:00');
  const second = await here.agree('00:00', hanbit.delegateIds.slice(1), nordlys.delegateIds.slice(1));
  return first.table!.label > second.table!.label ? first : second;
}
