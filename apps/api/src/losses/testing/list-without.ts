import { proposeFirmImport } from '@forum/contract/firms/imports';
import type { TestForum } from '../../testing/test-forum.ts';
import { done, type Here } from './two-that-meet.ts';

/** Shows what a list does that holds Nordlys only, where the list before held both firms. */
export async function proposeListWithout(forum: TestForum, { desk, params, edition }: Here) {
  await forum.database.rows('update firm_in_edition set imported = true where edition_id = $1', [edition.id]);
  const body = new Uint8Array(new TextEncoder().encode(`name;country\nnordlys${edition.slug.slice(-4)};KR`));
  return done(await desk.call(proposeFirmImport, { params, query: {}, body }));
}
