import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applyFirmImport, firmImport, proposeFirmImport } from '@forum/contract/firms/imports';
import { readFirmListing, removeFirm } from '@forum/contract/firms/listing';
import { setTeams } from '@forum/contract/firms/teams';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { acceptMeeting, requestMeeting } from '@forum/contract/meetings/requests';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { done, twoThatMeet } from './testing/two-that-meet.ts';

let forum: TestForum;
let year = 2060;
let here: Awaited<ReturnType<typeof twoThatMeet>>;

beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());
beforeEach(async () => {
  here = await twoThatMeet(forum, ++year);
  await forum.database.rows('update firm_in_edition set imported = true where edition_id = $1', [
    here.edition.id,
  ]);
});

const list = (...names: string[]) =>
  new Uint8Array(new TextEncoder().encode(['name;country', ...names.map((name) => `${name};KR`)].join('\n')));

const propose = async (...names: string[]) =>
  done(await here.desk.call(proposeFirmImport, { params: here.params, query: {}, body: list(...names) }));
const apply = (id: string) =>
  here.desk.call(applyFirmImport, {
    params: { ...here.params, import: id },
    body: { confirmRemovals: 1 },
  });

describe('a firm that a second list removes', () => {
  it('loses its meetings, which the difference names before, and both sides read why', async () => {
    const agreed = await here.agree('00:00');
    const asked = await here.ask('00:25');
    const shown = await propose(`hanbit${year}`);
    expect(firmImport.parse(shown)).toEqual(shown);
    expect(shown.removed).toEqual([{ name: `nordlys${year}`, country: 'KR' }]);
    const people = [`hanbit${year} KR`, `nordlys${year} NO`];
    const named = { from: `hanbit${year}`, to: `nordlys${year}`, then: 'ends' };
    expect(shown.touched).toEqual({
      total: 2,
      people: 2,
      meetings: [
        { id: agreed.id, state: 'accepted', start: here.at('00:00'), people, ...named },
        { id: asked.id, state: 'requested', start: null, people: people.slice(0, 1), ...named },
      ],
    });
    expect((await apply(shown.id)).status).toBe(200);
    const off = await here.seen(agreed);
    expect(off).toMatchObject({ state: 'cancelled', endedBy: 'firm-gone' });
    expect(await here.reserved(agreed)).toEqual([]);
    const closed = await here.seen(asked);
    expect(closed).toMatchObject({ state: 'declined', endedBy: 'firm-gone', turn: null });
    const told = await here.mailed(off, 2);
    expect(told.map(({ recipient, method }) => [recipient, method])).toEqual([
      [`hanbit${year}-0@firm.example`, 'CANCEL'],
      [`nordlys${year}-0@firm.example`, 'CANCEL'],
    ]);
    expect(told[0]?.body).toContain(`nordlys${year} is no longer on this forum’s list of firms`);
    expect(told[1]?.body).toContain('Your firm is no longer on this forum’s list of firms');
    const [question] = await here.mailed(closed, 1);
    expect(question).toMatchObject({ recipient: `hanbit${year}-0@firm.example`, method: null });
    expect(question?.body).toContain('is closed');
  });

  it('keeps no request that is made at the same moment', async () => {
    for (let round = 0; round < 12; round++) {
      here = await twoThatMeet(forum, ++year);
      const of = { params: { ...here.params, firm: here.nordlys.id } };
      const { version } = done(await here.desk.call(readFirmListing, of));
      const [, removed] = await Promise.allSettled([
        here.ask('00:00'),
        here.desk.call(removeFirm, { ...of, body: { version } }),
      ]);
      expect(removed).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
      const waiting = await forum.database.rows(
        `select m.id from meeting m where m.edition_id = $1 and m.state = 'requested'`,
        [here.edition.id],
      );
      expect(waiting).toEqual([]);
    }
  });

  it('has nobody left who speaks for it, until a list names it again', async () => {
    const asked = await here.ask('00:00');
    const { id } = await propose(`hanbit${year}`);
    await apply(id);
    const start = here.at('00:00');
    const body = { version: asked.version, start, participants: here.nordlys.delegateIds.slice(0, 1) };
    const accepted = await here.nordlys.browser.call(acceptMeeting, { params: here.of(asked), body });
    expect(accepted.status).toBe(403);
    const back = await propose(`hanbit${year}`, `nordlys${year}`);
    await apply(back.id);
    expect((await here.nordlys.browser.call(listMeetings, { params: here.params })).status).toBe(200);
  });

  it('keeps what is over', async () => {
    const agreed = await here.agree('00:00');
    await forum.database.write(async (transaction) => {
      await transaction.query(
        `update meeting set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = $1`,
        [agreed.id],
      );
      await transaction.query('delete from reservation where commitment_id = $1', [agreed.id]);
    });
    const shown = await propose(`hanbit${year}`);
    expect(shown.touched).toEqual({ total: 0, people: 0, meetings: [] });
    await apply(shown.id);
    expect(await here.seen(agreed)).toMatchObject({ state: 'accepted', endedBy: null });
  });

  it('is not removed by a difference that named other meetings than there are now', async () => {
    const shown = await propose(`hanbit${year}`);
    await here.agree('00:00');
    const stale = await apply(shown.id);
    expect(stale.problem).toMatchObject({ status: 409, code: 'version.stale' });
    const { import: fresh } = stale.problem.details as { import: string };
    expect((await apply(fresh)).body.touched).toMatchObject({ total: 1 });
  });
});

describe('a team that is dissolved', () => {
  const dissolve = (firm: typeof here.nordlys, members: string[]) =>
    firm.browser.call(setTeams, {
      params: { ...here.params, firm: firm.id },
      body: { teams: [{ id: null, name: 'New', capabilities: [], members }] },
    });

  it('hands its open requests to the team that is left, which is asked; what is agreed stays', async () => {
    const agreed = await here.agree('00:00');
    const asked = await here.ask('00:25');
    const [team] = done(await dissolve(here.nordlys, here.nordlys.delegateIds.slice(1)));
    expect((await here.seen(asked)).to.teamId).toBe(team?.id);
    const told = await here.mailed(await here.seen(asked), 1);
    expect(told.map(({ recipient }) => recipient)).toEqual([`nordlys${year}-1@firm.example`]);
    expect(await here.seen(agreed)).toMatchObject({ state: 'accepted', start: agreed.start });
    const body = {
      version: (await here.seen(asked)).version,
      start: here.at('00:25'),
      participants: here.nordlys.delegateIds.slice(1),
    };
    done(await here.nordlys.browser.call(acceptMeeting, { params: here.of(asked), body }));
  });

  it('leaves its own requests to the team that is left', async () => {
    const asked = await here.ask('00:00');
    const [team] = done(await dissolve(here.hanbit, here.hanbit.delegateIds));
    const now = await here.seen(asked);
    expect(now.from.teamId).toBe(team?.id);
    expect(now.turn).toBe('to');
    const body = {
      ...{ fromTeamId: here.hanbit.teamId, toTeamId: here.nordlys.teamId, topic: 'Again', message: '' },
      ...{ participants: here.hanbit.delegateIds, suggested: [here.at('00:25')] },
    };
    const again = await here.hanbit.browser.call(requestMeeting, { params: here.params, body });
    expect(again.status).toBe(404);
  });
});
