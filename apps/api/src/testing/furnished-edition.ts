import { proposeFirmImport } from '@forum/contract/firms/imports';
import { proposeImport } from '@forum/contract/programme/imports';
import { addSpeaker } from '@forum/contract/programme/session-people';
import { createTestEdition, createTestFirm, createTestHall, type TestEdition } from './test-edition.ts';
import type { TestBrowser, TestForum } from './test-forum.ts';
import { accredit, addTestSession } from './test-programme.ts';

/** What must reach nobody who may not see it, as found in texts. */
export const canaries = {
  /** In title, abstract and speaker of a restricted session. */
  restricted: 'canary-behind-closed-doors',
  /** The coded reason of a decline. */
  reason: 'canary-reason',
  /** In the mail address of whoever has agreed to no meeting. */
  mail: 'canary-mail',
  /** What whoever has agreed to no meeting needs at table. */
  need: 'canary-allergy',
  /** Why two firms must not meet. */
  noMeet: 'canary-no-meet',
  /** In a profile that its firm has not confirmed. */
  draft: 'canary-draft',
  /** In a line of the first firm's worksheet. */
  lines: 'canary-bill-of-materials',
  /** In the private note of the first firm's report of a meeting. */
  note: 'canary-private-note',
  /** In name and content of a document that waits for the agreement, of the firm that nobody else is of. */
  waiting: 'canary-waiting-document',
  /** The name of an interpreter who is booked for nothing. */
  interpreter: 'canary-interpreter',
  /** In name and content of a document of the first firm. */
  attached: 'canary-attached-document',
} as const;

/** An edition with one of everything, by the names that addresses use. */
export interface FurnishedEdition extends TestEdition {
  /** Of each `:name` of an address, what there is. */
  ids: Record<string, readonly string[]>;
  /** The firm's teams, which have one open request between them. */
  teams: readonly [string, string];
  restrictedId: string;
}

interface Hosts {
  /** Belongs to the first firm, heads the delegation and may do everything. */
  desk: TestBrowser;
  representative: TestBrowser;
  head: TestBrowser;
}

/** Furnishes an edition of a year, with canaries in it. */
export async function furnishEdition(
  forum: TestForum,
  year: number,
  { desk, representative, head }: Hosts,
): Promise<FurnishedEdition> {
  const edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 3);
  const quiet = await forum.signIn(`${canaries.mail}-${year}@firm.example`, { name: `Quiet ${year}` });
  const refused = await forum.signIn(`refused-${year}@ministry.example`, { name: `Refused ${year}` });
  const own = await createTestFirm(forum.database, edition, `Own ${year}`, [
    desk.personId,
    representative.personId,
  ]);
  const theirs = await createTestFirm(forum.database, edition, `Theirs ${year}`, [quiet.personId]);
  await sayWhatFirmsNeed(forum, edition, own.id, theirs.id, quiet);
  const refusedId = await accredit(forum, edition, refused);
  const delegations = await twoDelegations(forum, edition, desk, head);
  await forum.database.rows(
    'update delegate set profile_visible = true, submitted_at = now() where edition_id = $1',
    [edition.id],
  );
  await forum.database.rows(
    'update delegate set dietary = $3, access_needs = $3 where edition_id = $1 and person_id = $2',
    [edition.id, quiet.personId, canaries.need],
  );
  await forum.database.rows(
    `update delegate set state = 'declined', reason = $2, delegation_id = $3 where id = $1`,
    [refusedId, canaries.reason, delegations.at(-1)],
  );
  await forum.database.rows(
    `insert into accreditation_decision (edition_id, delegate_id, decision, reason, decided_by) values ($1, $2, 'decline', $3, $4)`,
    [edition.id, refusedId, canaries.reason, desk.personId],
  );
  const { sessions, speaker } = await twoSessions(forum, edition, desk);
  const meeting = await openRequest(forum, edition, own, theirs, representative);
  const kept = await whatIsKept(forum, edition, own, theirs, meeting);
  return {
    ...edition,
    ids: {
      edition: [edition.slug],
      person: [await organiserOf(forum, edition)],
      session: sessions,
      speaker: [speaker],
      delegation: delegations,
      delegate: [...own.delegateIds, ...theirs.delegateIds, refusedId],
      firm: [own.id, theirs.id],
      meeting: [meeting],
      ...kept,
      attachment: await oneAttachmentEach(forum, edition, meeting),
      import: await twoImports(edition, desk),
      team: [own.teamId, theirs.teamId],
      capital: await capitalOf(forum, edition),
      run: [await failedRun(forum, edition, desk)],
      interpreter: [await oneInterpreter(forum, edition)],
      absence: [await firmAway(forum, edition, theirs.id, desk)],
    },
    teams: [own.teamId, theirs.teamId],
    restrictedId: sessions[1] ?? '',
  };
}

async function oneInterpreter(forum: TestForum, edition: TestEdition): Promise<string> {
  const made = await forum.database.row<{ id: string }>(
    `insert into interpreter (edition_id, name, languages) values ($1, $2, '{ko,en}') returning id`,
    [edition.id, canaries.interpreter],
  );
  return made?.id ?? '';
}

/** A run of the planner that came to nothing. */
async function failedRun(forum: TestForum, edition: TestEdition, desk: TestBrowser): Promise<string> {
  const rules = { fairness: null, mostInARow: null, mustsAreMandatory: true };
  const nothing = { slots: 0, dayStarts: [], tables: [], firms: [], wished: [], standing: [], pins: [] };
  const facts = { name: 'nothing', ...nothing, rules };
  const made = await forum.database.row<{ id: string }>(
    `insert into plan_run (edition_id, hall_id, kind, state, seed, seconds, input, created_by)
     select $1, id, 'plan', 'failed', 1, 1, $2, $3 from hall where edition_id = $1 returning id`,
    [
      edition.id,
      JSON.stringify({
        isRepair: false,
        facts,
        slots: [],
        tables: [],
        firms: [],
        standing: [],
        ended: [],
        closed: [],
      }),
      desk.personId,
    ],
  );
  return made?.id ?? '';
}

/** A firm that does not come any more. */
async function firmAway(
  forum: TestForum,
  edition: TestEdition,
  firmId: string,
  { personId }: TestBrowser,
): Promise<string> {
  const made = await forum.database.row<{ id: string }>(
    `insert into firm_absence (edition_id, firm_id, during, said_by) values ($1, $2, tstzrange(now(), null), $3) returning id`,
    [edition.id, firmId, personId],
  );
  return made?.id ?? '';
}

/** The other firm has a draft of a profile, a wish and somebody whom it must not meet. */
async function sayWhatFirmsNeed(
  forum: TestForum,
  edition: TestEdition,
  own: string,
  theirs: string,
  { personId }: TestBrowser,
): Promise<void> {
  const note = `Of ${canaries.draft}.`;
  const line = {
    capability: 'sensors.radar',
    mode: 'supply',
    maturity: 9,
    capacity: null,
    leadTimeWeeks: 8,
    note,
  };
  const content = {
    size: 'small',
    establishedIn: ['KR'],
    controlledFrom: null,
    interests: null,
    offers: [line],
    needs: [],
  };
  await forum.database.rows(
    'insert into firm_profile (edition_id, firm_id, content, updated_by) values ($1, $2, $3, $4)',
    [edition.id, theirs, JSON.stringify(content), personId],
  );
  await forum.database.rows(
    `insert into wish (edition_id, firm_id, to_firm_id, grade, graded_by) values ($1, $2, $3, 'must', $4)`,
    [edition.id, theirs, own, personId],
  );
  await forum.database.rows(
    `insert into no_meet (edition_id, firm_id, other_firm_id, reason, named_by) values ($1, $2, $3, $4, $5)`,
    [edition.id, theirs, own, `A quarrel, ${canaries.noMeet}`, personId],
  );
}

async function capitalOf(forum: TestForum, edition: TestEdition): Promise<string[]> {
  const capital = await forum.database.row<{ id: string }>(
    'select capital_id as id from edition where id = $1',
    [edition.id],
  );
  return [capital?.id ?? ''];
}

/** A public session, and a restricted one with its speaker. */
async function twoSessions(
  forum: TestForum,
  edition: TestEdition,
  desk: TestBrowser,
): Promise<{ sessions: string[]; speaker: string }> {
  const open = await addTestSession(desk, edition, { title: 'Opening' });
  const closed = await addTestSession(desk, edition, {
    title: `Briefing ${canaries.restricted}`,
    abstract: `Of ${canaries.restricted}.`,
    audience: 'restricted',
    at: '05-12T14:00',
  });
  const name = `Speaker ${canaries.restricted}`;
  await desk.call(addSpeaker, {
    params: { edition: edition.slug, session: closed.id },
    body: { name, organisation: name },
  });
  const speaker = await forum.database.row<{ id: string }>(
    'select id from speaker where edition_id = $1 and name = $2',
    [edition.id, name],
  );
  return { sessions: [open.id, closed.id], speaker: speaker?.id ?? '' };
}

/** One that the desk heads, and one of the head's own with the refused in it. */
async function twoDelegations(forum: TestForum, edition: TestEdition, desk: TestBrowser, head: TestBrowser) {
  const made = await forum.database.rows<{ id: string }>(
    `insert into delegation (edition_id, kind, name, country, head_id)
     values ($1, 'country', 'Korea', 'KR', $2), ($1, 'country', 'Poland', 'PL', $3) returning id`,
    [edition.id, desk.personId, head.personId],
  );
  return made.map(({ id }) => id);
}

async function openRequest(
  forum: TestForum,
  edition: TestEdition,
  own: { teamId: string; delegateIds: string[] },
  theirs: { teamId: string; delegateIds: string[] },
  by: TestBrowser,
): Promise<string> {
  const made = await forum.database.row<{ id: string }>(
    `with made as (
       insert into meeting (edition_id, from_team_id, to_team_id, topic, turn, requested_by, expires_at)
       values ($1, $2, $3, 'Sensors', 'to', $4, now() + interval '2 days') returning id),
     joined as (
       insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
       select $1, id, $5::uuid, 'from' from made union all select $1, id, $6::uuid, 'to' from made)
     select id from made`,
    [edition.id, own.teamId, theirs.teamId, by.personId, own.delegateIds[1], theirs.delegateIds[0]],
  );
  return made?.id ?? '';
}

/** A worksheet of the first firm, its report of the meeting, and an outcome that waits for the other. */
async function whatIsKept(
  forum: TestForum,
  edition: TestEdition,
  own: { id: string },
  theirs: { id: string },
  meeting: string,
): Promise<{ worksheet: string[]; outcome: string[] }> {
  const lines = [{ component: canaries.lines, origin: 'KR', cost: '100' }];
  const worksheet = await forum.database.row<{ id: string }>(
    `with made as (
       insert into worksheet (edition_id, firm_id, title, currency, lines) values ($1, $2, 'Sight', 'EUR', $3) returning id),
     shared as (insert into worksheet_share (edition_id, worksheet_id, firm_id) select $1, id, $4 from made)
     select id from made`,
    [edition.id, own.id, JSON.stringify(lines), theirs.id],
  );
  await forum.database.rows(
    `insert into meeting_report (edition_id, meeting_id, side, view, note) values ($1, $2, 'from', 'held', $3)`,
    [edition.id, meeting, canaries.note],
  );
  const outcome = await forum.database.row<{ id: string }>(
    `with made as (
       insert into outcome_matter (edition_id, firm_id, other_firm_id, title) values ($1, $2, $3, 'Sights') returning id)
     insert into outcome_event (outcome_id, matter_id, kind, by_firm, stage, at)
     select uuidv7(), id, 'proposed', $3, 'interest', now() from made returning outcome_id as id`,
    [edition.id, own.id, theirs.id],
  );
  return { worksheet: [worksheet?.id ?? ''], outcome: [outcome?.id ?? ''] };
}

/** A document of each side of the meeting, which is not agreed yet. */
async function oneAttachmentEach(forum: TestForum, edition: TestEdition, meeting: string): Promise<string[]> {
  const made = await forum.database.rows<{ id: string }>(
    `insert into meeting_attachment (edition_id, meeting_id, side, place, name, kind, content, added_at)
     select $1, $2, side, 1, canary || '.txt', 'text', convert_to(canary, 'UTF8'), now()
     from (values ('from', $3), ('to', $4)) as a (side, canary) returning id`,
    [edition.id, meeting, canaries.attached, canaries.waiting],
  );
  return made.map(({ id }) => id);
}

async function twoImports(edition: TestEdition, desk: TestBrowser): Promise<string[]> {
  const params = { edition: edition.slug };
  const date = `${edition.slug.slice(-4)}-05-12`;
  const talk = {
    guid: 'talk',
    title: 'Talk',
    date: `${date}T10:00:00+09:00`,
    start: '10:00',
    duration: '00:30',
  };
  const conference = {
    title: 'Forum',
    time_zone_name: 'Asia/Seoul',
    days: [{ date, rooms: { Hall: [{ ...talk, room: 'Hall', type: 'panel', persons: [] }] } }],
  };
  const schedule = new TextEncoder().encode(JSON.stringify({ schedule: { conference } }));
  const list = new TextEncoder().encode('name;country;category;website\r\nSaab;SE;Radar;');
  const answers = [
    await desk.call(proposeImport, { params, query: {}, body: new Uint8Array(schedule) }),
    await desk.call(proposeFirmImport, { params, query: {}, body: new Uint8Array(list) }),
  ];
  return answers.map((answer) => {
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
    return answer.body.id;
  });
}

/** An organiser of this edition alone, who has set up no second factor. */
async function organiserOf(forum: TestForum, edition: TestEdition): Promise<string> {
  const { personId } = await forum.signIn(`organiser@${edition.slug}.test`);
  await forum.database.rows(
    `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')`,
    [edition.id, personId],
  );
  return personId ?? '';
}
