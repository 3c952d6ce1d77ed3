import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as allMeetings from '@forum/contract/meetings/all-meetings';
import * as halls from '@forum/contract/meetings/halls';
import * as meetings from '@forum/contract/meetings/meetings';
import { findOrphans } from '../operations/orphans/orphans.repository.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { done, twoThatMeet } from './testing/two-that-meet.ts';

let forum: TestForum;
let year = 2080;
let here: Awaited<ReturnType<typeof twoThatMeet>>;

beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());
beforeEach(async () => {
  here = await twoThatMeet(forum, ++year);
  // With tables as a hall has them that is set up at the desk.
  await setHall({});
});

/** The hall as the test edition has it, with what is different. */
async function setHall(part: Partial<halls.HallToBe>) {
  const [hall] = done(await here.desk.call(halls.readHalls, { params: here.params }));
  const body: halls.HallToBe = {
    of: { id: hall!.id, version: hall!.version },
    name: 'Hall B',
    slotMinutes: 20,
    changeoverMinutes: 5,
    openings: [{ start: `${year}-05-12T09:00`, end: `${year}-05-12T12:00` }],
    closures: [],
    tables: 3,
    seats: 6,
    ...part,
  };
  return done(await here.desk.call(halls.setHall, { params: here.params, body }));
}

/** The hall opens later; its slots are three fewer. */
const opensLater = () => ({ openings: [{ start: `${year}-05-12T10:15`, end: `${year}-05-12T12:00` }] });

const listed = async (query: Partial<{ withoutPlace: 'true' }> = {}) =>
  done(await here.desk.call(allMeetings.listAllMeetings, { params: here.params, query }));

describe('a meeting whose hour the hall no longer has', () => {
  it('needs a new place, which its people, the desk and the mail say, and no screen names the old table', async () => {
    const agreed = await here.agree('00:00');
    const stays = await here.agree(
      '01:15',
      here.hanbit.delegateIds.slice(1),
      here.nordlys.delegateIds.slice(1),
    );
    await setHall(opensLater());
    for (const reader of [here.hanbit.browser, here.nordlys.browser, here.desk]) {
      const meeting = done(await reader.call(meetings.readMeeting, { params: here.of(agreed) }));
      expect(meeting).toMatchObject({ state: 'accepted', placeLost: 'no-slot', table: null });
    }
    expect(await here.seen(stays)).toMatchObject({ placeLost: null, version: stays.version });
    expect((await here.reserved(agreed)).map(({ kind }) => kind)).toEqual(['person', 'person']);
    const { withoutPlace, rows } = await listed({ withoutPlace: 'true' });
    expect(withoutPlace).toBe(1);
    expect(rows.map(({ id }) => id)).toEqual([agreed.id]);
    expect((await listed()).rows).toHaveLength(2);
    const told = await here.mailed(await here.seen(agreed), 2);
    for (const { subject, body } of told) {
      expect(subject).toContain('New place needed');
      expect(body).toContain('the host will tell you where and when you meet');
      expect(body).not.toContain('Hall B');
    }
  });

  it('has its place back when the hour comes back, and says so once', async () => {
    const agreed = await here.agree('00:00');
    await setHall(opensLater());
    await setHall({});
    const back = await here.seen(agreed);
    expect(back).toMatchObject({ placeLost: null, table: agreed.table, start: agreed.start });
    expect((await here.reserved(agreed)).map(({ kind }) => kind)).toEqual(['person', 'person', 'table']);
    const told = await here.mailed(back, 2);
    expect(told.every(({ subject }) => subject.includes('has its place again'))).toBe(true);
    await setHall({});
    expect(await here.seen(agreed)).toMatchObject({ version: back.version });
  });

  it('is settled by a move, or by its end', async () => {
    const moved = await here.agree('00:00');
    const ended = await here.agree(
      '00:25',
      here.hanbit.delegateIds.slice(1),
      here.nordlys.delegateIds.slice(1),
    );
    await setHall(opensLater());
    const { version } = await here.seen(moved);
    const placed = done(
      await here.desk.call(agreedMeetings.rescheduleMeeting, {
        params: here.of(moved),
        body: { version, start: here.at('01:15'), tableId: null },
      }),
    );
    expect(placed).toMatchObject({ state: 'accepted', placeLost: null, start: here.at('01:15') });
    expect(placed.table).not.toBeNull();
    const { version: seen } = await here.seen(ended);
    done(
      await here.hanbit.browser.call(agreedMeetings.cancelMeeting, {
        params: here.of(ended),
        body: { version: seen, message: '' },
      }),
    );
    expect(await here.seen(ended)).toMatchObject({ state: 'cancelled', placeLost: null });
    expect((await listed()).withoutPlace).toBe(0);
  });
});

describe('a meeting whose table the hall no longer has', () => {
  it('keeps its hour, and gets the table back only while nobody else sits at it', async () => {
    const first = await here.agree('00:00');
    const second = await here.agree(
      '00:00',
      here.hanbit.delegateIds.slice(1),
      here.nordlys.delegateIds.slice(1),
    );
    await setHall({ tables: 1 });
    const now = [await here.seen(first), await here.seen(second)];
    const lost = now.filter(({ placeLost }) => placeLost === 'no-table');
    expect(lost.length).toBeGreaterThan(0);
    for (const meeting of lost) expect(meeting.table).toBeNull();
    await setHall({ tables: 3 });
    for (const meeting of lost) expect(await here.seen(meeting)).toMatchObject({ placeLost: null });
  });
});

describe('a meeting of more people than fit at the table now', () => {
  it('is to be settled, and keeps the table until then', async () => {
    const agreed = await here.agree('00:00', here.hanbit.delegateIds, here.nordlys.delegateIds);
    await setHall({ seats: 2 });
    expect(await here.seen(agreed)).toMatchObject({ placeLost: 'too-few-seats', table: agreed.table });
    expect((await listed()).withoutPlace).toBe(1);
  });
});

describe('a hall', () => {
  it('leaves no meeting hanging, whatever is made of it', async () => {
    await here.agree('00:00', here.hanbit.delegateIds, here.nordlys.delegateIds);
    await here.agree('01:15');
    await here.agree('02:05', here.hanbit.delegateIds.slice(1), here.nordlys.delegateIds.slice(1));
    const hour = fc.integer({ min: 9, max: 11 });
    const shape = fc.record({
      tables: fc.integer({ min: 1, max: 4 }),
      seats: fc.integer({ min: 2, max: 6 }),
      slotMinutes: fc.constantFrom(20, 30),
      openings: hour.map((from) => [
        { start: `${year}-05-12T${String(from).padStart(2, '0')}:00`, end: `${year}-05-12T12:00` },
      ]),
      closures: fc.constantFrom<halls.HallToBe['closures']>(
        [],
        [{ start: `${year}-05-12T10:10`, end: `${year}-05-12T10:30`, reason: 'Opening' }],
      ),
    });
    await fc.assert(
      fc.asyncProperty(shape, async (wanted) => {
        const foreseen = await here.desk.call(halls.foreseeHall, {
          params: here.params,
          body: { ...(await asIs()), ...wanted },
        });
        await setHall(wanted);
        expect((await listed()).withoutPlace).toBe(foreseen.body.total);
        expect(await findOrphans(forum.database.reader)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  async function asIs(): Promise<halls.HallToBe> {
    const [hall] = done(await here.desk.call(halls.readHalls, { params: here.params }));
    return {
      ...{
        of: { id: hall!.id, version: hall!.version },
        name: hall!.name,
        changeoverMinutes: 5,
        closures: [],
      },
      ...{ slotMinutes: 20, tables: 3, seats: 6, openings: [] },
    };
  }
});
