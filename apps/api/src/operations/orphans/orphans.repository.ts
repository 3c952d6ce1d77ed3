import type { SqlReader } from '../../database/database.ts';
import { meetingOrphans } from './meeting-orphans.ts';
import type { OrphanQuery } from './orphan-query.ts';
import { placeOrphans } from './place-orphans.ts';
import { programmeOrphans } from './programme-orphans.ts';

/** Every question; each finds nothing in a forum that keeps its word. */
export const orphanQueries: readonly OrphanQuery[] = [
  ...meetingOrphans,
  ...placeOrphans,
  ...programmeOrphans,
];

/** Something that is left without what it rests on. */
export interface Orphan {
  query: string;
  means: string;
  edition: string;
  id: string;
}

/** What is orphaned in a forum, at most a hundred of each kind. */
export async function findOrphans(reader: SqlReader): Promise<Orphan[]> {
  const found: Orphan[] = [];
  for (const { name, means, sql } of orphanQueries) {
    const rows = await reader.query<{ id: string; edition: string }>(
      `select o.id, o.edition from (${sql}) as o (id, edition) order by 2, 1 limit 100`,
    );
    found.push(...rows.map(({ id, edition }) => ({ query: name, means, edition, id })));
  }
  return found;
}

/** How many of each kind there are. */
export async function countOrphans(reader: SqlReader): Promise<{ query: string; count: number }[]> {
  const counted = orphanQueries.map(
    ({ name, sql }) => `select '${name}' as query, count(*)::int as count from (${sql}) as o`,
  );
  return reader.query<{ query: string; count: number }>(counted.join(' union all '));
}
