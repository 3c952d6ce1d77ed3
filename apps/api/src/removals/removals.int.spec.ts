import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDelegation, listDelegations } from '@forum/contract/delegations/delegations';
import { addCapital } from '@forum/contract/editions/capitals';
import { createEdition, listEditions, readEdition } from '@forum/contract/editions/editions';
import { setHost } from '@forum/contract/editions/rotation';
import type { Problem } from '@forum/contract/problem';
import { readSession } from '@forum/contract/programme/programme';
import { addRoom, addTrack, listRoomsAndTracks } from '@forum/contract/programme/rooms-and-tracks';
import { star } from '@forum/contract/programme/stars';
import * as removals from '@forum/contract/removals/removals';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let organiser: TestBrowser;
let delegate: TestBrowser;

const inEdition = () => ({ params: { edition: edition.slug } });
const usesIn = ({ problem }: { problem: Problem }) => [problem.code, problem.details?.['uses']];

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  organiser = await forum.signIn('organiser@host.example');
  await forum.database.rows(
    `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')`,
    [edition.id, organiser.personId],
  );
  delegate = await forum.signIn('kim@ministry.example');
  await accredit(forum, edition, delegate);
});
afterAll(() => forum.stop());

describe('what was done by a slip', () => {
  it('is taken back in the programme: a session, a room and a track that nothing depends on', async () => {
    const room = (await desk.call(addRoom, { ...inEdition(), body: { name: 'Hall X' } })).body;
    const track = (await desk.call(addTrack, { ...inEdition(), body: { name: 'Seaa' } })).body;
    const session = await addTestSession(desk, edition, {
      title: 'Opning ceremony',
      roomId: room.id,
      trackId: track.id,
    });
    const ofRoom = { params: { edition: edition.slug, room: room.id } };
    const ofTrack = { params: { edition: edition.slug, track: track.id } };
    const ofSession = { params: { edition: edition.slug, session: session.id } };
    expect(usesIn(await desk.call(removals.removeRoom, ofRoom))).toEqual(['thing.in_use', { sessions: 1 }]);
    expect(usesIn(await desk.call(removals.removeTrack, ofTrack))).toEqual(['thing.in_use', { sessions: 1 }]);
    await delegate.call(star, ofSession);
    expect(usesIn(await desk.call(removals.removeSession, ofSession))).toEqual([
      'thing.in_use',
      { stars: 1 },
    ]);
    await forum.database.rows('delete from star');
    expect((await delegate.call(removals.removeSession, ofSession)).status).toBe(403);
    expect((await desk.call(removals.removeSession, ofSession)).status).toBe(200);
    expect((await desk.call(readSession, ofSession)).status).toBe(404);
    expect((await desk.call(removals.removeSession, ofSession)).status).toBe(404);
    expect((await desk.call(removals.removeRoom, ofRoom)).status).toBe(200);
    expect((await desk.call(removals.removeTrack, ofTrack)).status).toBe(200);
    expect((await desk.call(listRoomsAndTracks, inEdition())).body).toEqual({ rooms: [], tracks: [] });
  });

  it('is a session from a file only until the next import, so that one is kept', async () => {
    const session = await addTestSession(desk, edition, { title: 'From a file' });
    await forum.database.rows(`update session set guid = 'abc' where id = $1`, [session.id]);
    const of = { params: { edition: edition.slug, session: session.id } };
    expect(usesIn(await desk.call(removals.removeSession, of))).toEqual(['thing.in_use', { file: 1 }]);
  });

  it('is taken back with a delegation that nobody belongs to, whose head is none any more', async () => {
    const { body } = await desk.call(createDelegation, {
      ...inEdition(),
      body: {
        kind: 'institution',
        name: 'NTAO',
        country: null,
        headMail: 'head@nato.example',
        places: [{ category: 'government', places: 5 }],
      },
    });
    const of = { params: { edition: edition.slug, delegation: body.id } };
    const head = await forum.signIn('head@nato.example');
    expect((await head.call(listDelegations, inEdition())).body).toHaveLength(1);
    await forum.database.rows('update delegate set delegation_id = $1 where person_id = $2', [
      body.id,
      delegate.personId,
    ]);
    expect(usesIn(await desk.call(removals.removeDelegation, of))).toEqual([
      'thing.in_use',
      { delegates: 1 },
    ]);
    await forum.database.rows('update delegate set delegation_id = null where person_id = $1', [
      delegate.personId,
    ]);
    expect((await head.call(removals.removeDelegation, of)).status).toBe(403);
    expect((await desk.call(removals.removeDelegation, of)).status).toBe(200);
    expect((await head.call(listDelegations, inEdition())).status).toBe(403);
  });
});

describe('a planned edition', () => {
  const plan = async (year: number, name: string, insteadOf?: string) => {
    const { body: capital } = await desk.call(addCapital, {
      body: { name, country: 'PH', zone: 'Asia/Manila', region: 'indo-pacific' },
    });
    const body = {
      ...{ year, capitalId: capital.id, title: 'Forum', venue: '', address: '' },
      ...{ startsOn: `${year}-05-12`, endsOn: `${year}-05-14`, ...(insteadOf ? { insteadOf } : {}) },
    };
    return { capital, body, answer: await desk.call(createEdition, { body }) };
  };

  it('is removed with its roles while nothing depends on it, and its year is free again', async () => {
    const { answer, body } = await plan(2034, 'Manila');
    const of = { params: { edition: answer.body.slug } };
    const helper = await forum.signIn('helper@host.example');
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')`,
      [answer.body.id, helper.personId],
    );
    const room = (await desk.call(addRoom, { ...of, body: { name: 'Hall A' } })).body;
    expect(usesIn(await desk.call(removals.removeEdition, of))).toEqual(['thing.in_use', { rooms: 1 }]);
    await desk.call(removals.removeRoom, { params: { ...of.params, room: room.id } });
    expect((await helper.call(removals.removeEdition, of)).status).toBe(403);
    expect((await desk.call(removals.removeEdition, of)).status).toBe(200);
    expect((await desk.call(readEdition, of)).status).toBe(404);
    expect((await helper.call(listEditions)).body.map(({ slug }) => slug)).toEqual([edition.slug]);
    expect((await desk.call(createEdition, { body })).status).toBe(200);
  });

  it('is not removed once it is announced', async () => {
    expect((await desk.call(removals.removeEdition, inEdition())).status).toBe(404);
  });

  it('is planned elsewhere than was set by hand only by who names that choice', async () => {
    const { body: chosen } = await desk.call(addCapital, {
      body: { name: 'Jakarta', country: 'ID', zone: 'Asia/Jakarta', region: 'indo-pacific' },
    });
    await desk.call(setHost, { params: { year: 2035 }, body: { capitalId: chosen.id, reason: 'Agreed' } });
    const { answer, body } = await plan(2035, 'Hanoi');
    expect(answer.problem).toMatchObject({
      code: 'rotation.chosen_otherwise',
      details: { year: 2035, chosen: 'Jakarta', capital: 'Hanoi' },
    });
    expect((await desk.call(createEdition, { body: { ...body, insteadOf: body.capitalId } })).status).toBe(
      409,
    );
    expect((await desk.call(createEdition, { body: { ...body, insteadOf: chosen.id } })).status).toBe(200);
  });
});
