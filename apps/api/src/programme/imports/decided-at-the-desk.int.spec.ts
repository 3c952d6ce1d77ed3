import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listRoomsAndTracks, renameRoom } from '@forum/contract/programme/rooms-and-tracks';
import { changeSession, editSession, type SessionChange } from '@forum/contract/programme/session-changes';
import { addSpeaker, readSessionPeople, removeSpeaker } from '@forum/contract/programme/session-people';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { importSchedule, proposeSchedule, testSchedule, type TestTalk } from '../../testing/test-schedule.ts';

let forum: TestForum;
let desk: TestBrowser;
beforeAll(async () => {
  forum = await startTestForum();
  desk = await forum.signIn('desk@host.example', { secretariat: true });
});
afterAll(() => forum.stop());

const stored = async (edition: TestEdition, guid = 'a') =>
  (await forum.database.row<{
    id: string;
    version: number;
    title: string;
    start: string;
    state: string;
    room: string;
    audience: string;
    removed: boolean;
  }>(
    `select s.id, s.version, s.title, utc(s.starts_at) as start, s.state, r.name as room, s.audience, s.removed_at is not null as removed
     from session s left join room r on r.id = s.room_id where s.edition_id = $1 and s.guid = $2`,
    [edition.id, guid],
  ))!;
const change = async (edition: TestEdition, by: SessionChange) => {
  const { id, version } = await stored(edition);
  const params = { edition: edition.slug, session: id };
  const answer = await desk.call(changeSession, { params, body: { version, change: by } });
  expect(answer.status).toBe(200);
};
const edit = async (edition: TestEdition, body: object) => {
  const { id, version } = await stored(edition);
  const params = { edition: edition.slug, session: id };
  expect((await desk.call(editSession, { params, body: { version, ...body } })).status).toBe(200);
};
const others: TestTalk[] = Array.from({ length: 25 }, (_, n) => ({
  guid: `o${n}`,
  title: `O${n}`,
  room: `R${n}`,
}));
const fileOf = (year: number, talk: Partial<TestTalk> | null) =>
  testSchedule(year, [...others, ...(talk ? [{ guid: 'a', title: 'Frigates', ...talk }] : [])]);

describe('what was decided at the desk', () => {
  it('outlives every file, which is told where it disagrees', async () => {
    const edition = await createTestEdition(forum.database, 2051);
    await importSchedule(desk, edition, fileOf(2051, {}));
    await change(edition, { kind: 'move', start: '2051-05-12T15:00' });
    await edit(edition, { title: 'Frigates and corvettes', audience: 'accredited' });
    await change(edition, { kind: 'cancel' });
    const same = (await proposeSchedule(desk, edition, fileOf(2051, {}))).body;
    expect([same.changed, same.unchanged, same.disagreeing]).toEqual([[], 26, 1]);
    const shown = await importSchedule(desk, edition, fileOf(2051, { start: '11:00', subtitle: 'New' }));
    expect(shown.changed).toEqual([
      { title: 'Frigates and corvettes', fields: [{ field: 'subtitle', from: '', to: 'New' }] },
    ]);
    expect(shown.disagreements).toEqual([
      {
        title: 'Frigates and corvettes',
        fields: [
          { field: 'state', from: 'cancelled', to: 'scheduled' },
          { field: 'title', from: 'Frigates and corvettes', to: 'Frigates' },
          { field: 'start', from: '2051-05-12T06:00:00Z', to: '2051-05-12T02:00:00Z' },
        ],
      },
    ]);
    expect(await stored(edition)).toMatchObject({
      title: 'Frigates and corvettes',
      start: '2051-05-12T06:00:00Z',
      state: 'cancelled',
      audience: 'accredited',
    });
  });

  it('is followed again by files once one says the same', async () => {
    const edition = await createTestEdition(forum.database, 2052);
    await importSchedule(desk, edition, fileOf(2052, {}));
    await edit(edition, { title: 'Corvettes' });
    const agreed = await importSchedule(desk, edition, fileOf(2052, { title: 'Corvettes' }));
    expect([agreed.unchanged, agreed.disagreeing]).toEqual([26, 0]);
    await importSchedule(desk, edition, fileOf(2052, { title: 'Minehunters' }));
    expect((await stored(edition)).title).toBe('Minehunters');
  });

  it('holds for a session that one file takes out and another brings back, which says so', async () => {
    const edition = await createTestEdition(forum.database, 2053);
    await importSchedule(desk, edition, fileOf(2053, {}));
    await edit(edition, { audience: 'restricted', title: 'Closed' });
    await change(edition, { kind: 'cancel' });
    await importSchedule(desk, edition, fileOf(2053, null));
    expect((await stored(edition)).removed).toBe(true);
    const back = await importSchedule(desk, edition, fileOf(2053, {}));
    expect(back.added.map(({ title }) => title)).toEqual(['Closed']);
    expect(back.warnings.map(({ code, where }) => [code, where])).toEqual([
      ['session.returns_cancelled', 'Closed'],
      ['session.returns_closed', 'Closed'],
    ]);
    expect(await stored(edition)).toMatchObject({
      removed: false,
      state: 'cancelled',
      audience: 'restricted',
    });
  });

  it('holds for the name of a room, which is not made again', async () => {
    const edition = await createTestEdition(forum.database, 2054);
    await importSchedule(desk, edition, fileOf(2054, {}));
    const rooms = async () =>
      (await desk.call(listRoomsAndTracks, { params: { edition: edition.slug } })).body.rooms;
    const hall = (await rooms()).find(({ name }) => name === 'Hall')!;
    const params = { edition: edition.slug, room: hall.id };
    await desk.call(renameRoom, { params, body: { name: 'Grand Salon' } });
    const again = await importSchedule(desk, edition, fileOf(2054, {}));
    expect([again.unchanged, again.disagreeing]).toEqual([26, 0]);
    const changed = await importSchedule(desk, edition, fileOf(2054, { title: 'Frigates!' }));
    expect(changed.changed[0]?.fields.map(({ field }) => field)).toEqual(['title']);
    expect((await stored(edition)).room).toBe('Grand Salon');
    expect(await rooms()).toHaveLength(26);
  });

  it('holds for speakers that were taken out or added by hand', async () => {
    const edition = await createTestEdition(forum.database, 2055);
    const speakers = [
      { id: '1', name: 'Kim' },
      { id: '2', name: 'Lee' },
    ];
    await importSchedule(desk, edition, fileOf(2055, { speakers }));
    const { id } = await stored(edition);
    const params = { edition: edition.slug, session: id };
    const names = async () =>
      (await desk.call(readSessionPeople, { params })).body.speakers.map(({ name }) => name);
    const kim = (await desk.call(readSessionPeople, { params })).body.speakers[0]!;
    await desk.call(removeSpeaker, { params: { ...params, speaker: kim.id } });
    await desk.call(addSpeaker, { params, body: { name: 'Park', organisation: '' } });
    const shown = await importSchedule(desk, edition, fileOf(2055, { speakers, title: 'New' }));
    expect(shown.changed[0]?.fields.map(({ field }) => field)).toEqual(['title']);
    expect(shown.disagreements[0]?.fields).toEqual([{ field: 'speakers', from: '', to: 'Kim' }]);
    expect(await names()).toEqual(['Lee', 'Park']);
  });
});
