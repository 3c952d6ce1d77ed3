import type { Grant } from '@forum/domain/identity/policy';
import { actAsAide } from './acting-aide.ts';
import { furnishEdition, type FurnishedEdition } from './furnished-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from './test-forum.ts';
import { accredit } from './test-programme.ts';

/** Somebody of a role, with what they bring to the policy table. */
export interface Actor {
  name: string;
  browser: TestBrowser;
  /** In the edition. */
  held: readonly Grant[];
  /** At addresses that lie below no edition. */
  heldOutside: readonly Grant[];
  /** Whether they are there for somebody whose grants these are, in the edition. */
  isAide?: boolean;
}

/** A forum with two furnished editions, and people of every role in the first. */
export interface CrowdedForum extends TestForum {
  edition: FurnishedEdition;
  other: FurnishedEdition;
  /** Of the secretariat, representative of a firm and head of a delegation in both editions: nothing is barred to them. */
  desk: TestBrowser;
  actors: readonly Actor[];
}

/** Starts one. */
export async function startCrowdedForum(): Promise<CrowdedForum> {
  const forum = await startTestForum();
  const desk = await forum.signIn('desk@forum.test', { secretariat: true });
  const representative = await forum.signIn('representative@own.test');
  const head = await forum.signIn('head@ministry.test');
  const edition = await furnishEdition(forum, 2031, { desk, representative, head });
  const other = await furnishEdition(forum, 2034, { desk, representative, head });
  for (const { id } of [edition, other]) {
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'auditor')`,
      [id, desk.personId],
    );
  }
  const delegate = await forum.signIn('delegate@ministry.test');
  await accredit(forum, edition, delegate);
  const signedIn: Actor[] = [
    actor('somebody signed in', await forum.signIn('somebody@forum.test'), []),
    actor('a delegate', delegate, ['accredited', 'delegate']),
    actor('a representative of a firm', representative, ['accredited', 'delegate', 'firm-representative']),
    {
      ...actor('an aide', await aideOf(forum, edition, representative), [
        'accredited',
        'delegate',
        'firm-representative',
      ]),
      isAide: true,
    },
    actor('somebody whom a firm has not confirmed', await unconfirmed(forum, edition), [
      'accredited',
      'delegate',
    ]),
    actor('the head of a delegation', head, ['delegation-head']),
    actor('a speaker', await speakerOf(forum, edition), ['speaker']),
  ];
  for (const role of ['accreditation-officer', 'organiser', 'auditor'] as const) {
    const browser = await forum.signIn(`${role}@host.test`);
    await forum.database.rows('insert into role_grant (edition_id, person_id, role) values ($1, $2, $3)', [
      edition.id,
      browser.personId,
      role,
    ]);
    signedIn.push(actor(`the ${role} of the host`, browser, [role]));
  }
  const visitor: Actor = {
    name: 'a visitor',
    browser: forum.visitor(),
    held: ['public'],
    heldOutside: ['public'],
  };
  return { ...forum, edition, other, desk, actors: [visitor, ...signedIn] };
}

const actor = (name: string, browser: TestBrowser, held: readonly Grant[]): Actor => ({
  name,
  browser,
  held: ['signed-in', ...held],
  heldOutside: ['signed-in'],
});

/** Accredited staff who acts for somebody. */
async function aideOf(
  forum: TestForum,
  edition: FurnishedEdition,
  principal: TestBrowser,
): Promise<TestBrowser> {
  const browser = await forum.signIn('aide@own.test');
  await actAsAide(forum, edition, principal, browser);
  return browser;
}

/** Accredited, and names the first firm, which has not confirmed it. */
async function unconfirmed(forum: TestForum, edition: FurnishedEdition): Promise<TestBrowser> {
  const browser = await forum.signIn('impostor@mail.test');
  const delegateId = await accredit(forum, edition, browser);
  await forum.database.rows(`update delegate set firm_id = $2, category = 'industry' where id = $1`, [
    delegateId,
    edition.ids['firm']?.[0],
  ]);
  return browser;
}

/** Of the first session, which is public. */
async function speakerOf(forum: TestForum, edition: FurnishedEdition): Promise<TestBrowser> {
  const browser = await forum.signIn('speaker@university.test');
  await forum.database.rows(
    `with made as (insert into speaker (edition_id, name, person_id) values ($1, 'Speaker', $2) returning id)
     insert into session_speaker (edition_id, session_id, speaker_id, position) select $1, $3, id, 1 from made`,
    [edition.id, browser.personId, edition.ids['session']?.[0]],
  );
  return browser;
}
