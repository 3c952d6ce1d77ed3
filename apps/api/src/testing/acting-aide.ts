import { answerAideInvitation, inviteAide } from '@forum/contract/identity/aides';
import { actFor, whoAmI } from '@forum/contract/identity/me';
import { Viewers } from '../identity/viewers.ts';
import type { TestBrowser, TestForum } from './test-forum.ts';

interface InEdition {
  id: string;
  slug: string;
}

/** The principal invites somebody, who accepts. Answers the relation. */
export async function becomeAide(
  edition: Pick<InEdition, 'slug'>,
  principal: TestBrowser,
  aide: TestBrowser,
): Promise<string> {
  const mail = (await aide.call(whoAmI)).body!.mail;
  const invited = await principal.call(inviteAide, { body: { edition: edition.slug, mail } });
  if (invited.status !== 200) throw new Error(JSON.stringify(invited.problem));
  const { id } = invited.body;
  const accepted = await aide.call(answerAideInvitation, {
    params: { invitation: id },
    body: { accept: true },
  });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.problem));
  return id;
}

/** Makes somebody accredited staff. */
export async function accreditStaff(
  forum: TestForum,
  edition: Pick<InEdition, 'id'>,
  { personId }: TestBrowser,
): Promise<string> {
  const row = await forum.database.row<{ id: string }>(
    `insert into delegate (edition_id, person_id, state, category, organisation, country, display_name, sort_key)
     select $1, id, 'accredited', 'staff', 'Ministry', 'KR', display_name, sort_key from person where id = $2
     on conflict on constraint delegate_once do update
       set state = 'accredited', display_name = excluded.display_name, sort_key = excluded.sort_key returning id`,
    [edition.id, personId],
  );
  forum.app.get(Viewers).forget();
  return row?.id ?? '';
}

/** Lets somebody act for a principal in an edition, as accredited staff. Answers the relation. */
export async function actAsAide(
  forum: TestForum,
  edition: InEdition,
  principal: TestBrowser,
  aide: TestBrowser,
): Promise<string> {
  await accreditStaff(forum, edition, aide);
  const id = await becomeAide(edition, principal, aide);
  const { status, problem } = await aide.call(actFor, { body: { aide: id } });
  if (status !== 200) throw new Error(JSON.stringify(problem));
  return id;
}
