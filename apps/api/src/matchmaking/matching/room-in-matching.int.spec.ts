import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as suggestions from '@forum/contract/matchmaking/suggestions';
import * as wishes from '@forum/contract/matchmaking/wishes';
import { acceptMeeting, requestMeeting } from '@forum/contract/meetings/requests';
import { eventually } from '../../testing/eventually.ts';
import { createProfiledFirm, type ProfiledFirm } from '../../testing/profiled-firm.ts';
import { createTestEdition, createTestHall, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { whenComputed } from '../../testing/when-computed.ts';

let forum: TestForum;
let edition: TestEdition;
let year = 2240;
let prime: ProfiledFirm;
let makers: ProfiledFirm[];

const of = (firm: { id: string }) => ({ params: { edition: edition.slug, firm: firm.id } });

const party = (name: string, side: 'offers' | 'needs') => createProfiledFirm(forum, edition, name, side);

const suggestionsOf = async (firm: ProfiledFirm, browser: TestBrowser = firm.browser) => {
  const { body } = await whenComputed(() => browser.call(suggestions.listSuggestions, of(firm)));
  return { free: body.freeSlots, names: body.rows?.map((row) => row.firm.name).sort() };
};

/** What is suggested once the calendars are read again, at most two seconds later. */
const suggestedWith = (firm: ProfiledFirm, free: number | null) =>
  eventually(
    () => suggestionsOf(firm),
    (now) => now.free === free,
  );

/** The start of a slot of the test hall: seven of twenty minutes and five between, from nine in Seoul. */
const slot = (place: number) => new Date(Date.UTC(year, 4, 12) + place * 25 * 60_000).toISOString();

const take = (firm: ProfiledFirm, from: number, until: number) =>
  forum.database.rows(
    `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
     values ($1, 'person', $2, tstzrange($3, $4), 'session', gen_random_uuid())`,
    [edition.id, firm.browser.personId, slot(from), slot(until)],
  );

/** Has the calendars read again: another profile is saved. */
const another = () => party(`Passer-by ${Math.random()}`, 'offers');

beforeAll(async () => {
  forum = await startTestForum();
  // It writes times taken for no meeting.
  forum.mayBeOrphaned();
});
afterAll(() => forum.stop());

beforeEach(async () => {
  edition = await createTestEdition(forum.database, ++year);
  prime = await party('Prime', 'needs');
  makers = [await party('Hanbit', 'offers'), await party('Kestrel', 'offers')];
});

describe('the room of a firm', () => {
  it('is not known before the hall has hours', async () => {
    expect(await suggestionsOf(prime)).toEqual({ free: null, names: ['Hanbit', 'Kestrel'] });
  });

  it('is the slots of the hall, less by what takes its people and by their hours', async () => {
    await createTestHall(forum.database, edition, year, 2);
    await another();
    expect((await suggestedWith(prime, 7)).free).toBe(7);
    await take(prime, 0, 2);
    await forum.database.rows(
      `insert into availability (edition_id, delegate_id, during) values ($1, $2, tstzmultirange(tstzrange($3, $4)))`,
      [edition.id, prime.delegateIds[0], slot(1), slot(5)],
    );
    await another();
    expect((await suggestedWith(prime, 3)).free).toBe(3);
  });

  it('shrinks by a meeting, after which both need not be told of each other', async () => {
    await createTestHall(forum.database, edition, year, 2);
    const [hanbit] = makers as [ProfiledFirm];
    const asked = await hanbit.browser.call(requestMeeting, {
      params: { edition: edition.slug },
      body: {
        fromTeamId: hanbit.teamId,
        toTeamId: prime.teamId,
        topic: 'Radars',
        message: '',
        suggested: [slot(0)],
        participants: hanbit.delegateIds,
      },
    });
    const accepted = await prime.browser.call(acceptMeeting, {
      params: { edition: edition.slug, meeting: asked.body.id },
      body: { version: asked.body.version, start: slot(0), participants: prime.delegateIds },
    });
    expect(accepted.status).toBe(200);
    expect(await suggestedWith(prime, 6)).toEqual({ free: 6, names: ['Kestrel'] });
    expect(await suggestedWith(hanbit, 6)).toEqual({ free: 6, names: [] });
    const why = await hanbit.browser.call(suggestions.explainMatch, of(prime));
    expect(why.body.common?.score).toBeGreaterThan(0);
  });
});

describe('a firm with nothing left', () => {
  it('is suggested to nobody, and is found and explained as before', async () => {
    await createTestHall(forum.database, edition, year, 2);
    const [hanbit] = makers as [ProfiledFirm];
    const explained = async () =>
      (await whenComputed(() => hanbit.browser.call(suggestions.explainMatch, of(prime)))).body.common;
    const before = await explained();
    expect((await suggestionsOf(hanbit)).names).toEqual(['Prime']);
    await take(prime, 0, 7);
    await another();
    expect(await suggestedWith(prime, 0)).toEqual({ free: 0, names: [] });
    expect(await suggestionsOf(hanbit)).toEqual({ free: 7, names: [] });
    expect(await explained()).toEqual(before);
    expect(before?.score).toBeGreaterThan(0);
    const graded = await hanbit.browser.call(wishes.gradeWish, {
      ...of(hanbit),
      body: { to: prime.id, grade: 'must' },
    });
    expect(graded.status).toBe(200);
  });

  it('is so as well when no table is free', async () => {
    const hall = await createTestHall(forum.database, edition, year, 1);
    await forum.database.rows(
      `insert into reservation (edition_id, resource_kind, resource_id, during, commitment_kind, commitment_id)
       select $1, 'table', id, tstzrange($3, $4), 'meeting', gen_random_uuid() from meeting_table where hall_id = $2`,
      [edition.id, hall, slot(0), slot(6)],
    );
    await another();
    expect((await suggestedWith(prime, 1)).free).toBe(1);
  });
});
