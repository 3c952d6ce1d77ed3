import type { SessionDetail } from '@forum/contract/programme/session';
import { createSession } from '@forum/contract/programme/session-changes';
import type { RouteInput } from '@forum/contract/route';
import type { TestEdition } from './test-edition.ts';
import type { TestBrowser, TestForum } from './test-forum.ts';

type Body = RouteInput<typeof createSession>['body'];

/** Adds a session on 12 May of the edition's year, through the door of the secretariat. */
export async function addTestSession(
  desk: TestBrowser,
  edition: TestEdition,
  session: Partial<Omit<Body, 'start'>> & { title: string; at?: string },
): Promise<SessionDetail> {
  const { at = '05-12T10:00', ...rest } = session;
  const year = edition.slug.slice(-4);
  const answer = await desk.call(createSession, {
    params: { edition: edition.slug },
    body: {
      kind: 'panel',
      audience: 'public',
      start: `${year}-${at}`,
      minutes: 45,
      roomId: null,
      trackId: null,
      abstract: '',
      ...rest,
    },
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return answer.body;
}

/** Makes somebody an accredited delegate, who belongs to no firm. */
export async function accredit(
  forum: TestForum,
  edition: TestEdition,
  { personId }: TestBrowser,
): Promise<string> {
  const row = await forum.database.row<{ id: string }>(
    `insert into delegate (edition_id, person_id, state, category, organisation, country, display_name, sort_key)
     select $1, id, 'accredited', 'government', 'Ministry', 'KR', display_name, sort_key from person where id = $2
     returning id`,
    [edition.id, personId],
  );
  return row?.id ?? '';
}
