import { applyImport, proposeImport } from '@forum/contract/programme/imports';
import type { RouteInput } from '@forum/contract/route';
import type { TestEdition } from './test-edition.ts';
import type { TestBrowser } from './test-forum.ts';

/** A session of a file for tests; in Seoul, half an hour long, at ten unless told. */
export interface TestTalk {
  guid: string;
  title: string;
  start?: string;
  date?: string;
  room?: string;
  speakers?: { id?: string; name: string; organisation?: string }[];
  [field: string]: unknown;
}

/** A schedule.json of one day of a year in one or more rooms. */
export function testSchedule(year: number, talks: readonly TestTalk[], conference: object = {}): Uint8Array {
  const events = talks.map(
    ({ guid, start = '10:00', date = `${year}-05-12`, room = 'Hall', speakers = [], ...said }) => ({
      guid,
      date: `${date}T${start}:00+09:00`,
      start,
      duration: '00:30',
      room,
      type: 'panel',
      persons: speakers.map(({ id, name, organisation }) => ({ id, public_name: name, organisation })),
      ...said,
    }),
  );
  const rooms = Object.fromEntries(
    events.map(({ room }) => [room, events.filter((event) => event.room === room)]),
  );
  const told = {
    title: 'Forum',
    time_zone_name: 'Asia/Seoul',
    ...conference,
    days: [{ date: `${year}-05-12`, rooms }],
  };
  return new TextEncoder().encode(JSON.stringify({ schedule: { conference: told } }));
}

/** Shows what a file would change. */
export const proposeSchedule = (desk: TestBrowser, edition: TestEdition, file: Uint8Array) =>
  desk.call(proposeImport, {
    params: { edition: edition.slug },
    query: { name: 'schedule' },
    body: new Uint8Array(file),
  });

/** Applies an import that was shown. */
export const applySchedule = (
  desk: TestBrowser,
  edition: TestEdition,
  id: string,
  body: RouteInput<typeof applyImport>['body'] = {},
) => desk.call(applyImport, { params: { edition: edition.slug, import: id }, body });

/** Shows what a file would change, and applies it. */
export async function importSchedule(desk: TestBrowser, edition: TestEdition, file: Uint8Array) {
  const { body } = await proposeSchedule(desk, edition, file);
  const applied = await applySchedule(desk, edition, body.id);
  if (applied.status !== 200) throw new Error(`the import was refused: ${JSON.stringify(applied.problem)}`);
  return body;
}
