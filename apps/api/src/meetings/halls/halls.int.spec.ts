import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as halls from '@forum/contract/meetings/halls';
import * as meetingContract from '@forum/contract/meetings/meeting';
import * as requests from '@forum/contract/meetings/requests';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { deskOf, type FirmOfPeople, firmOfPeople } from '../../testing/two-firms.ts';

const year = 2047;
const at = (clock: string) => `${year}-05-12T${clock}:00Z`;

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let hanbit: FirmOfPeople;
let nordlys: FirmOfPeople;

beforeAll(async () => {
  forum = await startTestForum();
  // It writes a meeting at a table that it did not take.
  forum.mayBeOrphaned();
  edition = await createTestEdition(forum.database, year);
  desk = await deskOf(forum);
  hanbit = await firmOfPeople(forum, edition, 'Hanbit', 'KR');
  nordlys = await firmOfPeople(forum, edition, 'Nordlys', 'NO');
});
afterAll(() => forum.stop());

const params = () => ({ edition: edition.slug });

/** From nine to noon in Seoul. */
const usual: halls.HallToBe = {
  of: null,
  name: 'Hall A',
  slotMinutes: 20,
  changeoverMinutes: 5,
  openings: [{ start: `${year}-05-12T09:00`, end: `${year}-05-12T12:00` }],
  closures: [],
  tables: 12,
  seats: 4,
};

async function made(part: Partial<halls.HallToBe>): Promise<halls.Hall> {
  const answer = await desk.call(halls.setHall, { params: params(), body: { ...usual, ...part } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return answer.body;
}

const changed = (hall: halls.Hall, part: Partial<halls.HallToBe>) => {
  const { id, version } = hall;
  const body = { ...usual, name: hall.name, of: { id, version }, ...part };
  return { params: params(), body };
};

const remove = (hall: halls.Hall) => desk.call(halls.removeHall, { params: { ...params(), hall: hall.id } });

async function agree(start: string): Promise<meetingContract.Meeting> {
  const asked = await hanbit.browser.call(requests.requestMeeting, {
    params: params(),
    body: {
      fromTeamId: hanbit.teamId,
      toTeamId: nordlys.teamId,
      participants: hanbit.delegateIds,
      topic: 'Sights',
      message: '',
      suggested: [start],
    },
  });
  const accepted = await nordlys.browser.call(requests.acceptMeeting, {
    params: { ...params(), meeting: asked.body.id },
    body: { version: asked.body.version, start, participants: nordlys.delegateIds },
  });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.problem));
  return accepted.body;
}

const journalOf = (id: string) =>
  forum.database.rows<{ version: number; streams: string[]; before: unknown; after: unknown }>(
    `select j.version, array_agg(s.stream order by s.stream) as streams, d.detail -> 'before' as before, d.detail -> 'after' as after
     from journal j join journal_stream s on s.journal_id = j.id join journal_detail d on d.journal_id = j.id
     where j.type = 'hall.changed' and j.entity_id = $1 group by j.id, d.detail order by j.id`,
    [id],
  );

describe('a hall', () => {
  it('has exactly as many tables as it was last set to, grown or shrunk', async () => {
    let hall = await made({ name: 'Growing' });
    const sizes = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sizes, async (counts) => {
        for (const tables of counts) {
          hall = (await desk.call(halls.setHall, changed(hall, { tables }))).body;
          expect(hall.tables).toHaveLength(tables);
          expect(new Set(hall.tables.map(({ x, y }) => `${x} ${y}`)).size).toBe(tables);
        }
      }),
      { numRuns: 10, examples: [[[12, 10]], [[40, 30]], [[100, 60]]] },
    );
    await remove(hall);
  });

  it('is not overwritten by whoever has not seen its newest version', async () => {
    const hall = await made({ name: 'Contested' });
    const first = await desk.call(halls.setHall, changed(hall, { tables: 3 }));
    expect(first.body).toMatchObject({ version: 2 });
    const second = await desk.call(halls.setHall, changed(hall, { seats: 8 }));
    expect(second.status).toBe(409);
    expect(second.problem).toMatchObject({ code: 'version.stale', details: { current: 2 } });
    const { body } = await desk.call(halls.readHalls, { params: params() });
    expect(body.find(({ id }) => id === hall.id)).toEqual(first.body);
    await remove(hall);
  });

  it('is told to everybody who sees its slots, and kept in the journal with what it was', async () => {
    const hall = await made({ name: 'Told' });
    await desk.call(halls.setHall, changed(hall, { slotMinutes: 30 }));
    await remove(hall);
    const entries = await eventually(
      () => journalOf(hall.id),
      (rows) => rows.length === 3,
    );
    const streams = ['accredited', 'staff:organiser'];
    expect(entries).toEqual([
      { version: 1, streams, before: null, after: expect.objectContaining({ slotMinutes: 20, tables: 12 }) },
      {
        version: 2,
        streams,
        before: expect.objectContaining({ slotMinutes: 20 }),
        after: expect.objectContaining({ slotMinutes: 30 }),
      },
      { version: 3, streams, before: expect.objectContaining({ slotMinutes: 30 }), after: null },
    ]);
  });

  it('is not there under another edition', async () => {
    const hall = await made({ name: 'Ours' });
    const other = await createTestEdition(forum.database, year + 1);
    const theirs = { ...changed(hall, {}), params: { edition: other.slug } };
    expect((await desk.call(halls.setHall, theirs)).status).toBe(404);
    const removal = { params: { edition: other.slug, hall: hall.id } };
    expect((await desk.call(halls.removeHall, removal)).status).toBe(404);
    expect((await remove(hall)).status).toBe(200);
    expect((await remove(hall)).status).toBe(404);
  });
});

describe('a hall with agreed meetings', () => {
  let hall: halls.Hall;
  let meeting: meetingContract.Meeting;

  beforeAll(async () => {
    hall = await made({ name: 'Busy' });
    meeting = await agree(at('00:25'));
  });

  const foreseen = async (part: Partial<halls.HallToBe>) =>
    (await desk.call(halls.foreseeHall, changed(hall, part))).body;

  it('says which of them would not fit any more, before it is saved', async () => {
    const row = { id: meeting.id, start: at('00:25'), end: at('00:45'), from: 'Hanbit', to: 'Nordlys' };
    const table = meeting.table!.label;
    expect(await foreseen({})).toEqual({ total: 0, meetings: [] });
    expect(await foreseen({ slotMinutes: 30 })).toEqual({
      total: 1,
      meetings: [{ ...row, table, why: 'no-slot' }],
    });
    await forum.database.rows(
      `update meeting set table_id = (select id from meeting_table where hall_id = $1 and label = 'A5') where id = $2`,
      [hall.id, meeting.id],
    );
    expect(await foreseen({ tables: 10 })).toEqual({
      total: 1,
      meetings: [{ ...row, table: 'A5', why: 'no-table' }],
    });
    expect((await desk.call(halls.readHalls, { params: params() })).body).toEqual([hall]);
  });

  it('is not removed, and says what to do instead', async () => {
    const refused = await remove(hall);
    expect(refused.status).toBe(409);
    expect(refused.problem.code).toBe('hall.has_meetings');
    expect(refused.problem.detail).toContain('Busy');
    expect((await desk.call(halls.readHalls, { params: params() })).body).toEqual([hall]);
  });
});
