import { findOrphans, orphanQueries } from '../operations/orphans/orphans.repository.ts';
import type { Command } from './command.ts';

/** Looks for meetings, places and stars that are left without what they rest on. */
export const verify: Command = {
  usage: 'verify',
  summary:
    'look for whatever was agreed and is left without what it rests on; prints each, and ends with 1 if any is',
  run: async ({ database, print }) => {
    const orphans = await database.snapshot(findOrphans);
    for (const { query, edition, id, means } of orphans) print(`${edition}: ${query} ${id}: ${means}`);
    if (orphans.length === 0) print(`Nothing is orphaned (${orphanQueries.length} questions).`);
    return orphans.length === 0 ? 0 : 1;
  },
};
