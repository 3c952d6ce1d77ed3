import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as accreditation from '@forum/contract/delegations/accreditation';
import * as delegationsContract from '@forum/contract/delegations/delegations';
import * as registration from '@forum/contract/delegations/registration';
import { editEdition, readEdition } from '@forum/contract/editions/editions';
import { setTeams } from '@forum/contract/firms/teams';
import { addInterpreter, removeInterpreter, setInterpreter } from '@forum/contract/meetings/interpreters';
import { removeHall, setHall } from '@forum/contract/meetings/halls';
import * as programmeContract from '@forum/contract/programme/programme';
import * as roomsAndTracks from '@forum/contract/programme/rooms-and-tracks';
import * as sessionChanges from '@forum/contract/programme/session-changes';
import * as stars from '@forum/contract/programme/stars';
import { removeRoom } from '@forum/contract/removals/removals';
import type { Loss } from '@forum/domain/losses/loss';
import { findOrphans } from '../operations/orphans/orphans.repository.ts';
import { formOf } from '../delegations/testing/delegation-forum.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { addTestSession } from '../testing/test-programme.ts';
import { applySchedule, importSchedule, proposeSchedule, testSchedule } from '../testing/test-schedule.ts';
import type { carryOut } from './testing/carry-out.ts';
import { hallToBe } from './testing/smaller-halls.ts';
import { done, type Here, twoThatMeet } from './testing/two-that-meet.ts';

let forum: TestForum;
let year = 2100;

beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

const starOf = (session: { id: string }) =>
  forum.database.row<{ isFreed: boolean }>(
    'select freed_at is not null as "isFreed" from star where session_id = $1',
    [session.id],
  );

/** A session that somebody of Hanbit has starred. */
async function starred({ desk, edition, params, hanbit }: Here) {
  const session = await addTestSession(desk, edition, { title: 'Sights' });
  const of = { params: { ...params, session: session.id } };
  expect((await hanbit.browser.call(stars.star, of)).status).toBe(200);
  return { session, of };
}

/** Every loss that touches no agreed meeting, or is refused while it would. */
const walks: Record<Exclude<Loss, keyof typeof carryOut>, (here: Here) => Promise<void>> = {
  'team-emptied': async (here) => {
    const { nordlys, params, desk } = here;
    const [first, second] = nordlys.delegateIds;
    const teams = [
      { id: nordlys.teamId, name: 'First', capabilities: [], members: [first!] },
      { id: null, name: 'Second', capabilities: [], members: [second!] },
    ];
    done(await nordlys.browser.call(setTeams, { params: { ...params, firm: nordlys.id }, body: { teams } }));
    const asked = await here.ask('00:00');
    const body = { delegates: [first!] };
    const foreseen = done(await desk.call(accreditation.foreseeDecision, { params, body }));
    expect(foreseen.meetings).toEqual([
      {
        ...{ id: asked.id, state: 'requested', start: null, from: `hanbit${year}`, to: `nordlys${year}` },
        ...{ people: [`hanbit${year} KR`], then: 'handed-over' },
      },
    ]);
    const row = await forum.database.row<{ version: number }>('select version from delegate where id = $1', [
      first,
    ]);
    const decision = {
      decision: 'revoke' as const,
      reason: 'conduct' as const,
      delegates: [{ id: first!, version: row!.version }],
    };
    done(await desk.call(accreditation.decideAccreditation, { params, body: decision }));
    expect(await here.seen(asked)).toMatchObject({ state: 'requested', to: { team: 'Second' } });
    expect(await here.toldSince(asked)).toEqual([`nordlys${year}-1`]);
  },
  'hall-removed': async (here) => {
    const of = { params: { ...here.params, hall: here.hallId } };
    const agreed = await here.seen(await here.agree('00:00'));
    expect((await here.desk.call(removeHall, of)).status).toBe(409);
    expect(await here.seen(agreed)).toEqual(agreed);
    const asked = await here.seen(await here.ask('00:25'));
    const body = { ...(await hallToBe(here, () => ({}))), of: null, name: 'Hall C' };
    const { id } = done(await here.desk.call(setHall, { params: here.params, body }));
    done(await here.desk.call(removeHall, { params: { ...here.params, hall: id } }));
    expect(await here.seen(asked)).toEqual(asked);
  },
  'edition-day-gone': async (here) => {
    const agreed = await here.seen(await here.agree('00:00'));
    const { version } = done(await here.desk.call(readEdition, { params: here.params })).edition;
    const dates = (startsOn: number, endsOn: number) => ({
      params: here.params,
      body: { version, startsOn: `${year}-05-${startsOn}`, endsOn: `${year}-05-${endsOn}` },
    });
    expect((await here.desk.call(editEdition, dates(13, 14))).status).toBe(409);
    done(await here.desk.call(editEdition, dates(12, 13)));
    expect(await here.seen(agreed)).toEqual(agreed);
    expect(await here.toldSince(agreed)).toEqual([]);
  },
  'interpreter-gone': async (here) => {
    const { desk, params } = here;
    const agreed = await here.seen(await here.agree('00:00'));
    const asked = await here.seen(await here.ask('00:25'));
    await forum.database.rows(`update delegate set languages = '{ko,en}' where edition_id = $1`, [
      here.edition.id,
    ]);
    const body = { name: 'Kim Seo-yun', languages: ['ko', 'en'] };
    const { id } = done(await desk.call(addInterpreter, { params, body }));
    const booked = done(
      await desk.call(setInterpreter, {
        params: here.of(agreed),
        body: { version: agreed.version, interpreterId: id },
      }),
    );
    const of = { params: { ...params, interpreter: id } };
    expect((await desk.call(removeInterpreter, of)).status).toBe(409);
    expect(await here.seen(agreed)).toMatchObject({ interpreter: { id }, version: booked.version });
    done(
      await desk.call(setInterpreter, {
        params: here.of(agreed),
        body: { version: booked.version, interpreterId: null },
      }),
    );
    const free = await here.seen(agreed);
    done(await desk.call(removeInterpreter, of));
    expect([await here.seen(agreed), await here.seen(asked)]).toEqual([free, asked]);
  },
  'room-gone': async ({ desk, edition, params }) => {
    const room = done(await desk.call(roomsAndTracks.addRoom, { params, body: { name: 'Hall X' } }));
    const session = await addTestSession(desk, edition, { title: 'Sights', roomId: room.id });
    const refused = await desk.call(removeRoom, { params: { ...params, room: room.id } });
    expect(refused.problem).toMatchObject({ code: 'thing.in_use', details: { uses: { sessions: 1 } } });
    const now = done(
      await desk.call(programmeContract.readSession, { params: { ...params, session: session.id } }),
    );
    expect(now).toMatchObject({ roomId: room.id, version: session.version });
  },
  'session-removed': async ({ desk, edition, params, hanbit }) => {
    const others = [
      { guid: 'b', title: 'Other' },
      { guid: 'c', title: 'Third' },
    ];
    await importSchedule(desk, edition, testSchedule(year, [{ guid: 'a', title: 'Sights' }, ...others]));
    const session = (await forum.database.row<{ id: string }>(
      `select id from session where edition_id = $1 and guid = 'a'`,
      [edition.id],
    ))!;
    const of = { params: { ...params, session: session.id } };
    expect((await hanbit.browser.call(stars.star, of)).status).toBe(200);
    const shown = done(await proposeSchedule(desk, edition, testSchedule(year, others)));
    expect(shown.removed.map(({ title }) => title)).toEqual(['Sights']);
    done(await applySchedule(desk, edition, shown.id, { confirmRemovals: 1 }));
    expect((await hanbit.browser.call(programmeContract.readSession, of)).status).toBe(404);
    expect(await starOf(session)).toEqual({ isFreed: true });
  },
  'session-cancelled': async (here) => {
    const { session, of } = await starred(here);
    const change = { kind: 'cancel' as const };
    const shown = done(
      await here.desk.call(sessionChanges.previewSessionChange, { ...of, body: { change } }),
    );
    expect([shown.sessions.map(({ title }) => title), shown.starred]).toEqual([['Sights'], 1]);
    done(
      await here.desk.call(sessionChanges.changeSession, {
        ...of,
        body: { version: session.version, change },
      }),
    );
    const seen = done(await here.hanbit.browser.call(programmeContract.readSession, of));
    expect(seen).toMatchObject({ state: 'cancelled' });
    expect(await starOf(session)).toEqual({ isFreed: false });
  },
  'session-narrowed': async (here) => {
    const { session, of } = await starred(here);
    const body = { version: session.version, audience: 'restricted' as const };
    done(await here.desk.call(sessionChanges.editSession, { ...of, body }));
    expect((await here.hanbit.browser.call(programmeContract.readSession, of)).status).toBe(404);
    expect(await starOf(session)).toEqual({ isFreed: true });
  },
  'places-fewer': async ({ desk, edition, params }) => {
    await forum.database.rows(`update edition set phase = 'registration' where id = $1`, [edition.id]);
    const places = (count: number) => [{ category: 'government' as const, places: count }];
    const body = {
      kind: 'country' as const,
      name: 'Korea',
      country: 'KR',
      headMail: null,
      places: places(2),
    };
    const made = done(await desk.call(delegationsContract.createDelegation, { params, body }));
    const of = { params: { ...params, delegation: made.id } };
    const secret = done(await desk.call(delegationsContract.renewInvitation, of)).link.split('#')[1]!;
    const registered = async (name: string) => {
      const browser = await forum.signIn(`${name}${year}@ministry.example`);
      const draft = { draft: { office: 'Director' }, invitation: secret };
      done(await browser.call(registration.saveDraft, { params, body: draft }));
      return done(await browser.call(registration.submitRegistration, { params, body: { form: formOf() } }))
        .state;
    };
    expect([await registered('first'), await registered('second')]).toEqual(['submitted', 'submitted']);
    const now = done(await desk.call(delegationsContract.listDelegations, { params })).find(
      ({ id }) => id === made.id,
    )!;
    const fewer = done(
      await desk.call(delegationsContract.setPlaces, {
        ...of,
        body: { version: now.version, places: places(1) },
      }),
    );
    expect(fewer.places).toEqual([{ category: 'government', places: 1, taken: 2, waiting: 0 }]);
    expect(await registered('third')).toBe('waitlisted');
  },
};

describe.each(Object.keys(walks) as (keyof typeof walks)[])('%s', (loss) => {
  it('is shown before, does what the table says or is refused, and leaves nothing hanging', async () => {
    await walks[loss](await twoThatMeet(forum, ++year));
    expect(await findOrphans(forum.database.reader)).toEqual([]);
  });
});
