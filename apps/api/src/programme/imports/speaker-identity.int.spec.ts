import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProgramme, readSession } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { editSession } from '@forum/contract/programme/session-changes';
import { linkSpeaker, readSessionPeople } from '@forum/contract/programme/session-people';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { accredit } from '../../testing/test-programme.ts';
import {
  applySchedule,
  importSchedule,
  proposeSchedule,
  testSchedule,
  type TestTalk,
} from '../../testing/test-schedule.ts';

let forum: TestForum;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

const sessionOf = async (edition: TestEdition, guid: string) =>
  (await forum.database.row<{ id: string; version: number }>(
    'select id, version from session where edition_id = $1 and guid = $2',
    [edition.id, guid],
  ))!;
const at = (edition: TestEdition, session: string) => ({ params: { edition: edition.slug, session } });
const speakersOf = async (edition: TestEdition, guid: string) => {
  const { id } = await sessionOf(edition, guid);
  const { body } = await desk.call(readSessionPeople, at(edition, id));
  return body.speakers.map(({ name, organisation, person }) => [name, organisation, person?.name ?? null]);
};

/** An edition whose file has one restricted session, with a speaker whom the desk has linked to a delegate. */
async function linkedEdition(year: number, speaker: NonNullable<TestTalk['speakers']>[number]) {
  const edition = await createTestEdition(forum.database, year);
  const file = (speakers: TestTalk['speakers'], title = 'Sensors') =>
    testSchedule(year, [{ guid: 'a', title, speakers: speakers! }]);
  await importSchedule(desk, edition, file([speaker]));
  const session = await sessionOf(edition, 'a');
  const params = { edition: edition.slug, session: session.id };
  await desk.call(editSession, { params, body: { version: session.version, audience: 'restricted' } });
  const linked = await forum.signIn(`linked${year}@ministry.example`, { name: `Linked ${year}` });
  const delegateId = await accredit(forum, edition, linked);
  const { body } = await desk.call(readSessionPeople, at(edition, session.id));
  const speakerId = body.speakers[0]!.id;
  await desk.call(linkSpeaker, {
    params: { edition: edition.slug, speaker: speakerId },
    body: { delegateId },
  });
  const reads = (status: number) =>
    eventually(
      async () => (await linked.call(readSession, at(edition, session.id))).status,
      (answer) => answer === status,
    );
  await reads(200);
  return { edition, file, linked, reads, speakerId };
}

const rightsTold = (person: TestBrowser) =>
  forum.database.rows(
    `select from change where type = 'rights.changed' and entity_id = $1
     union all select from journal where type = 'rights.changed' and entity_id = $1`,
    [person.personId],
  );

describe('a speaker whom the file swaps for a namesake', () => {
  it('is another person: the difference says so first, and the rights go along at once', async () => {
    const { edition, file, linked, reads } = await linkedEdition(2041, { id: 'q1', name: 'Kim Minjun' });
    const before = (await rightsTold(linked)).length;
    const swapped = file([{ id: 'q2', name: 'Kim Minjun' }], 'Sensors, again');
    const { body: shown } = await proposeSchedule(desk, edition, swapped);
    expect(shown.changed[0]?.fields.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['identity', 'Kim Minjun', 'Kim Minjun'],
      ['title', 'Sensors', 'Sensors, again'],
    ]);
    expect(shown.warnings).toEqual([{ code: 'session.speaker_namesake', where: '', value: 'Kim Minjun' }]);
    expect((await applySchedule(desk, edition, shown.id)).body.state).toBe('applied');
    await reads(404);
    expect((await rightsTold(linked)).length).toBe(before + 1);
    expect(await speakersOf(edition, 'a')).toEqual([['Kim Minjun', null, null]]);
    await importSchedule(desk, edition, file([{ id: 'q1', name: 'Kim Minjun' }]));
    await reads(200);
  });

  it('is asked about when the id stays and the name is wholly another', async () => {
    const { edition, file, reads, speakerId } = await linkedEdition(2042, { id: 'q1', name: 'Kim Minjun' });
    const other = file([{ id: 'q1', name: 'Maria Dupont' }]);
    const { body: shown } = await proposeSchedule(desk, edition, other);
    expect(shown.questions).toEqual([
      {
        key: 'id:q1',
        told: { name: 'Maria Dupont', organisation: null },
        known: { id: speakerId, name: 'Kim Minjun', person: 'Linked 2042' },
      },
    ]);
    const refused = await applySchedule(desk, edition, shown.id);
    expect([refused.status, refused.problem.code]).toEqual([409, 'programme.speakers_unsure']);
    await reads(200);
    const speakers = [{ key: 'id:q1', speaker: null }];
    expect((await applySchedule(desk, edition, shown.id, { speakers })).body.state).toBe('applied');
    await reads(404);
    expect(await speakersOf(edition, 'a')).toEqual([['Maria Dupont', null, null]]);
    expect((await proposeSchedule(desk, edition, other)).body).toMatchObject({ questions: [], unchanged: 1 });
  });
});

describe('a speaker without an id whom the desk has linked', () => {
  it('stays linked through a new spelling, which is noted and written', async () => {
    const { edition, file, reads } = await linkedEdition(2043, { name: 'Lee Wei' });
    const shown = await importSchedule(desk, edition, file([{ name: 'Lee Wei, PhD' }]));
    expect(shown.warnings).toEqual([
      { code: 'session.speaker_respelt', where: 'Lee Wei', value: 'Lee Wei, PhD' },
    ]);
    expect(shown.changed[0]?.fields).toEqual([{ field: 'speakers', from: 'Lee Wei', to: 'Lee Wei, PhD' }]);
    expect(await speakersOf(edition, 'a')).toEqual([['Lee Wei, PhD', null, 'Linked 2043']]);
    await reads(200);
  });

  it('is asked about where the spelling may be another person, and one answer holds', async () => {
    const { edition, file, reads, speakerId } = await linkedEdition(2044, { name: 'Lee Wei' });
    const respelt = file([{ name: 'Lee Wei Ming' }]);
    const { body: shown } = await proposeSchedule(desk, edition, respelt);
    const { key } = shown.questions[0]!;
    const applied = await applySchedule(desk, edition, shown.id, { speakers: [{ key, speaker: speakerId }] });
    expect(applied.body.state).toBe('applied');
    expect(await speakersOf(edition, 'a')).toEqual([['Lee Wei Ming', null, 'Linked 2044']]);
    await reads(200);
    const again = (await proposeSchedule(desk, edition, respelt)).body;
    expect([again.questions, again.unchanged]).toEqual([[], 1]);
    const back = await importSchedule(desk, edition, file([{ name: 'Lee Wei' }]));
    expect(back.questions).toEqual([]);
    expect(await speakersOf(edition, 'a')).toEqual([['Lee Wei', null, 'Linked 2044']]);
  });

  it('is asked about when the file writes another script in the same session, and the answer is kept', async () => {
    const { edition, file, reads, speakerId } = await linkedEdition(2048, { name: 'Kim Minjun' });
    const respelt = file([{ name: '김민준' }, { name: 'Maria Dupont' }]);
    const { body: shown } = await proposeSchedule(desk, edition, respelt);
    const known = { id: speakerId, name: 'Kim Minjun', person: 'Linked 2048' };
    expect(shown.questions.map(({ told, known: before }) => [told.name, before])).toEqual([
      ['김민준', known],
      ['Maria Dupont', known],
    ]);
    const refused = await applySchedule(desk, edition, shown.id);
    expect([refused.status, refused.problem.code]).toEqual([409, 'programme.speakers_unsure']);
    await reads(200);
    const [korean, other] = shown.questions.map(({ key }) => key);
    const speakers = [
      { key: korean!, speaker: speakerId },
      { key: other!, speaker: null },
    ];
    expect((await applySchedule(desk, edition, shown.id, { speakers })).body.state).toBe('applied');
    await reads(200);
    expect(await speakersOf(edition, 'a')).toEqual([
      ['김민준', null, 'Linked 2048'],
      ['Maria Dupont', null, null],
    ]);
    const again = (await proposeSchedule(desk, edition, respelt)).body;
    expect([again.questions, again.unchanged]).toEqual([[], 1]);
    const added = file([{ name: '김민준' }, { name: 'Maria Dupont' }, { name: '이영희' }]);
    expect((await proposeSchedule(desk, edition, added)).body.questions).toEqual([]);
  });

  it('is asked about when the file comes to have ids', async () => {
    const { edition, file, speakerId } = await linkedEdition(2045, { name: 'Lee Wei' });
    const { body: shown } = await proposeSchedule(desk, edition, file([{ id: '7', name: 'Lee Wei' }]));
    expect(shown.questions).toHaveLength(1);
    await applySchedule(desk, edition, shown.id, { speakers: [{ key: 'id:7', speaker: speakerId }] });
    expect(await speakersOf(edition, 'a')).toEqual([['Lee Wei', null, 'Linked 2045']]);
    const again = await importSchedule(desk, edition, file([{ id: '7', name: 'Lee Wei' }]));
    expect([again.questions, again.unchanged]).toEqual([[], 1]);
  });
});

describe('what an import writes', () => {
  it('is listed, an organisation, a link and the colour of a track too', async () => {
    const edition = await createTestEdition(forum.database, 2046);
    const file = (organisation: string, links: object[], color: string) =>
      testSchedule(
        2046,
        [{ guid: 'a', title: 'A', track: 'Sea', links, speakers: [{ name: 'Kim', organisation }] }],
        { tracks: [{ name: 'Sea', color }] },
      );
    await importSchedule(desk, edition, file('ACME', [], '#001122'));
    const link = { title: 'Slides', url: 'https://forum.example/s' };
    const shown = await importSchedule(desk, edition, file('Hanbit', [link], '#334455'));
    expect(shown.changed[0]?.fields).toEqual([
      { field: 'speakers', from: 'Kim (ACME)', to: 'Kim (Hanbit)' },
      { field: 'links', from: '', to: 'Slides https://forum.example/s' },
    ]);
    expect(shown.warnings).toEqual([
      { code: 'track.colour_changed', where: 'Sea', value: '#001122 → #334455' },
    ]);
    expect(await speakersOf(edition, 'a')).toEqual([['Kim', 'Hanbit', null]]);
    const only = await importSchedule(desk, edition, file('Hanbit', [link], '#667788'));
    expect([only.unchanged, only.warnings.length]).toEqual([1, 1]);
    const colour = await forum.database.row('select colour from track where edition_id = $1', [edition.id]);
    expect(colour).toEqual({ colour: '#667788' });
  });

  it('joins two spellings of a name without ids with a note, and no two ids', async () => {
    const edition = await createTestEdition(forum.database, 2047);
    const talk = (guid: string, speaker: { id?: string; name: string }): TestTalk => ({
      guid,
      title: guid,
      room: guid,
      speakers: [speaker],
    });
    const shown = await importSchedule(
      desk,
      edition,
      testSchedule(2047, [
        talk('a', { name: 'José Müller' }),
        talk('b', { name: 'JOSE MULLER' }),
        talk('c', { id: 'name:jose muller', name: 'Jose Muller' }),
      ]),
    );
    expect(shown.notes).toEqual([
      { code: 'session.speaker_alike', where: 'José Müller', value: 'JOSE MULLER' },
    ]);
    const sessions = await eventually(
      async () => (await desk.call(readProgramme, { params: { edition: edition.slug } })).body.sessions,
      (all: Session[]) => all.length === 3,
    );
    const of = (title: string) => sessions.find((session) => session.title === title)?.speakerIds;
    expect(of('a')).toEqual(of('b'));
    expect(of('c')).not.toEqual(of('a'));
  });
});
