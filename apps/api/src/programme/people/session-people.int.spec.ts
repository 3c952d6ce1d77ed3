import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFeed } from '@forum/contract/calendar/calendar';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { whoAmI } from '@forum/contract/identity/me';
import { readChanges } from '@forum/contract/live/changes';
import { applyImport, proposeImport } from '@forum/contract/programme/imports';
import { readProgramme, readRestricted, readSession } from '@forum/contract/programme/programme';
import { addRoom } from '@forum/contract/programme/rooms-and-tracks';
import type { SessionDetail } from '@forum/contract/programme/session';
import { changeSession, editSession } from '@forum/contract/programme/session-changes';
import { readStars, star } from '@forum/contract/programme/stars';
import {
  addSpeaker,
  linkSpeaker,
  nameForSession,
  readSessionPeople,
  removeSpeaker,
  unnameForSession,
} from '@forum/contract/programme/session-people';
import { eventually } from '../../testing/eventually.ts';
import { follow, type FollowingSocket } from '../../testing/following-socket.ts';
import { createTestEdition, type TestEdition } from '../../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { accredit, addTestSession } from '../../testing/test-programme.ts';

const canary = 'Nuclear sharing, behind closed doors';

let forum: TestForum;
let edition: TestEdition;
let desk: TestBrowser;
let closed: SessionDetail;

const inEdition = () => ({ params: { edition: edition.slug } });
const inSession = ({ id }: { id: string }) => ({ params: { edition: edition.slug, session: id } });
const named = (session: { id: string }, delegate: string) => ({
  params: { edition: edition.slug, session: session.id, delegate },
});
const speaking = (session: { id: string }, speaker: string) => ({
  params: { edition: edition.slug, session: session.id, speaker },
});
const peopleOf = async (session: { id: string }) =>
  (await desk.call(readSessionPeople, inSession(session))).body;

/** Somebody accredited, at their own browser. */
async function delegate(name: string): Promise<{ id: string; browser: TestBrowser }> {
  const browser = await forum.signIn(`${name.toLowerCase()}@ministry.example`, { name });
  return { id: await accredit(forum, edition, browser), browser };
}

/** Whether each door shows somebody anything of the restricted session: lists, its address, the agenda, the changes. */
async function seenThrough(browser: TestBrowser): Promise<Record<string, boolean>> {
  const since = `public:0,session:${closed.id}:0`;
  const answers = {
    programme: await browser.call(readProgramme, inEdition()),
    restricted: await browser.call(readRestricted, inEdition()),
    session: await browser.call(readSession, inSession(closed)),
    star: await browser.call(star, inSession(closed)),
    stars: await browser.call(readStars, inEdition()),
    changes: await browser.call(readChanges, { ...inEdition(), query: { since } }),
  };
  const tells = (text: string) => text.includes(canary) || text.includes(closed.id);
  return Object.fromEntries(
    Object.entries(answers).map(([door, { status, body }]) => [
      door,
      status === 200 && (door === 'star' || tells(JSON.stringify(body))),
    ]),
  );
}

const sees = async (browser: TestBrowser, session = closed) =>
  (await browser.call(readSession, inSession(session))).status === 200;
const comesToSee = (browser: TestBrowser, session = closed) =>
  eventually(
    () => sees(browser, session),
    (does) => does,
  );
const ceasesToSee = async (browser: TestBrowser, session = closed) =>
  !(await eventually(
    () => sees(browser, session),
    (does) => !does,
  ));
const heardOf = ({ heard }: FollowingSocket, { id }: { id: string }) =>
  heard.filter(({ entity, stream }) => entity === id && stream === `session:${id}`);

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  desk = await forum.signIn('desk@host.example', { secretariat: true });
  const { body: vault } = await desk.call(addRoom, { ...inEdition(), body: { name: `Vault: ${canary}` } });
  closed = await addTestSession(desk, edition, {
    title: canary,
    audience: 'restricted',
    abstract: canary,
    roomId: vault.id,
  });
});
afterAll(() => forum.stop());

describe('a delegate who is named for a restricted session', () => {
  it('sees it through every door, live too, and nothing more once the name is taken back', async () => {
    const kim = await delegate('Kim');
    const other = await delegate('Other');
    const phone = await follow(forum, kim.browser, edition.slug);
    const others = await follow(forum, other.browser, edition.slug);
    const nothing = {
      programme: false,
      restricted: false,
      session: false,
      star: false,
      stars: false,
      changes: false,
    };
    expect(await seenThrough(kim.browser)).toEqual(nothing);

    expect((await desk.call(nameForSession, named(closed, kim.id))).status).toBe(200);
    expect(await comesToSee(kim.browser)).toBe(true);
    expect(await seenThrough(kim.browser)).toEqual({
      ...nothing,
      restricted: true,
      session: true,
      star: true,
      stars: true,
      changes: true,
    });
    const { url } = (await kim.browser.call(createFeed, inEdition())).body;
    const feed = async () => (await fetch(url.replace('http://forum.test', forum.url))).text();
    expect(await feed()).toContain(closed.id);
    expect(await feed()).not.toContain(canary);
    await eventually(
      async () => {
        const { version } = (await desk.call(readSession, inSession(closed))).body;
        await desk.call(editSession, { ...inSession(closed), body: { version, abstract: `${canary}!` } });
        return heardOf(phone, closed);
      },
      (heard) => heard.length > 0,
    );
    expect(heardOf(phone, closed)[0]).toMatchObject({ type: 'session.changed' });

    expect((await desk.call(unnameForSession, named(closed, kim.id))).status).toBe(200);
    expect(await ceasesToSee(kim.browser)).toBe(true);
    expect(await seenThrough(kim.browser)).toEqual(nothing);
    // A calendar that has it takes it out; what it was about is not said.
    const left = await feed();
    expect(left).toContain('STATUS:CANCELLED');
    expect(left).not.toContain(closed.title);
    expect(phone.heard.filter(({ type }) => type === 'rights.changed')).toHaveLength(2);

    const heardBefore = phone.heard.length;
    const open = await addTestSession(desk, edition, { title: 'Open' });
    const { version } = (await desk.call(readSession, inSession(closed))).body;
    await desk.call(editSession, { ...inSession(closed), body: { version, abstract: canary } });
    const after = await addTestSession(desk, edition, { title: 'After' });
    for (const { heard } of [phone, others]) {
      await eventually(() => Promise.resolve(heard.some(({ entity }) => entity === after.id)), Boolean);
    }
    expect(phone.heard.slice(heardBefore).map(({ entity }) => entity)).toEqual([open.id, after.id]);
    expect(others.heard.map(({ entity }) => entity)).toEqual([open.id, after.id]);
    expect(JSON.stringify([phone.heard, others.heard])).not.toContain(canary);
    expect(await seenThrough(other.browser)).toEqual(nothing);
    expect(await seenThrough(forum.visitor())).toEqual(nothing);
    phone.socket.disconnect();
    others.socket.disconnect();
  });

  it('is listed for the desk alone, with their accreditation; naming twice is once', async () => {
    const lee = await delegate('Lee');
    await desk.call(nameForSession, named(closed, lee.id));
    await desk.call(nameForSession, named(closed, lee.id));
    expect((await peopleOf(closed)).named).toEqual([
      { delegateId: lee.id, name: 'Lee', organisation: 'Ministry', state: 'accredited' },
    ]);
    expect((await lee.browser.call(readSessionPeople, inSession(closed))).status).toBe(403);
    expect((await lee.browser.call(nameForSession, named(closed, lee.id))).status).toBe(403);
    await desk.call(unnameForSession, named(closed, lee.id));
    await desk.call(unnameForSession, named(closed, lee.id));
    expect((await peopleOf(closed)).named).toEqual([]);
    const kept = await forum.database.rows<{ by: string; detail: unknown }>(
      `select person_id as by, detail from change where type = 'session-people.changed' and entity_id = $1
       union all select j.person_id, d.detail from journal j join journal_detail d on d.journal_id = j.id
       where j.type = 'session-people.changed' and j.entity_id = $1`,
      [closed.id],
    );
    const ofLee = kept.filter(({ detail }) => JSON.stringify(detail).includes(lee.id));
    expect(ofLee).toHaveLength(2);
    expect(ofLee[0]?.by).toBe(desk.personId);
  });

  it('sees nothing before the accreditation, and is told nothing', async () => {
    const early = await delegate('Early');
    await forum.database.rows(`update delegate set state = 'submitted' where id = $1`, [early.id]);
    await desk.call(nameForSession, named(closed, early.id));
    const { heads } = (await early.browser.call(readChanges, inEdition())).body;
    expect(heads).toEqual({ public: expect.any(Number), [`person:${early.browser.personId}`]: 0 });
    expect(await sees(early.browser)).toBe(false);
  });

  it('must be a delegate of this edition', async () => {
    const elsewhere = await createTestEdition(forum.database, 2035);
    const stranger = await forum.signIn('stranger@ministry.example');
    const id = await accredit(forum, elsewhere, stranger);
    const refused = await desk.call(nameForSession, named(closed, id));
    expect([refused.status, refused.problem.code]).toEqual([404, 'not_found']);
    const astray = { params: { edition: elsewhere.slug, session: closed.id, delegate: id } };
    expect((await desk.call(nameForSession, astray)).status).toBe(404);
  });
});

describe('a speaker', () => {
  it('is added by name, stands in the programme, and is taken out again', async () => {
    const session = await addTestSession(desk, edition, { title: 'Made by hand' });
    const body = { name: 'Dr. Ahn', organisation: 'KAIST' };
    expect((await desk.call(addSpeaker, { ...inSession(session), body })).status).toBe(200);
    const speakersOf = async () => {
      const read = (await forum.visitor().call(readProgramme, inEdition())).body;
      const ids = read.sessions.find(({ id }) => id === session.id)?.speakerIds ?? [];
      return read.speakers.filter(({ id }) => ids.includes(id));
    };
    const [added] = await eventually(speakersOf, ({ length }) => length > 0);
    expect(added).toMatchObject(body);
    expect((await peopleOf(session)).speakers).toEqual([{ id: added!.id, ...body, person: null }]);
    await desk.call(removeSpeaker, speaking(session, added!.id));
    expect(await eventually(speakersOf, ({ length }) => length === 0)).toEqual([]);
  });

  it('who is a delegate has the role, sees the session, and loses both with it', async () => {
    const park = await delegate('Park');
    await desk.call(addSpeaker, { ...inSession(closed), body: { delegateId: park.id } });
    await desk.call(addSpeaker, { ...inSession(closed), body: { delegateId: park.id } });
    expect(await comesToSee(park.browser)).toBe(true);
    const rolesOf = async () => (await park.browser.call(whoAmI)).body?.editions[0]?.roles;
    expect(await rolesOf()).toEqual(['delegate', 'speaker']);
    const { speakers } = await peopleOf(closed);
    expect(speakers.map(({ name, person }) => [name, person?.delegateId])).toEqual([['Park', park.id]]);
    await desk.call(removeSpeaker, speaking(closed, speakers[0]!.id));
    expect(await ceasesToSee(park.browser)).toBe(true);
    expect(await rolesOf()).toEqual(['delegate']);
  });

  it('is linked with another delegate, and the sessions go with the link', async () => {
    const [one, two] = [await delegate('One'), await delegate('Two')];
    await desk.call(addSpeaker, { ...inSession(closed), body: { name: 'The speaker', organisation: '' } });
    const { speakers } = await peopleOf(closed);
    const speaker = { params: { edition: edition.slug, speaker: speakers[0]!.id } };
    await desk.call(linkSpeaker, { ...speaker, body: { delegateId: one.id } });
    expect(await comesToSee(one.browser)).toBe(true);
    await desk.call(linkSpeaker, { ...speaker, body: { delegateId: two.id } });
    expect(await comesToSee(two.browser)).toBe(true);
    expect(await ceasesToSee(one.browser)).toBe(true);
    await desk.call(linkSpeaker, { ...speaker, body: { delegateId: null } });
    expect(await ceasesToSee(two.browser)).toBe(true);
  });
});

describe('a speaker who is out of the edition', () => {
  it.each([
    ['accredited', 'revoke', 'revoked'],
    ['submitted', 'decline', 'declined'],
  ] as const)(
    'was %s, and after the decision to %s sees and hears nothing',
    async (state, decision, name) => {
      const speaker = await delegate(`To-be-${name}`);
      await forum.database.rows('update delegate set state = $2, submitted_at = now() where id = $1', [
        speaker.id,
        state,
      ]);
      await desk.call(addSpeaker, { ...inSession(closed), body: { delegateId: speaker.id } });
      expect(await comesToSee(speaker.browser)).toBe(true);
      const phone = await follow(forum, speaker.browser, edition.slug);
      expect(Object.keys(phone.heads)).toContain(`session:${closed.id}`);
      const welcomed = new Promise<string[]>((resolve) =>
        phone.socket.on('welcome', ({ heads }: { heads: object }) => {
          if (!(`session:${closed.id}` in heads)) resolve(Object.keys(heads));
        }),
      );
      const decided = await desk.call(decideAccreditation, {
        ...inEdition(),
        body: { decision, reason: 'conduct', delegates: [{ id: speaker.id, version: 1 }] },
      });
      expect(decided.body.refused).toEqual([]);
      expect((await welcomed).sort()).toEqual([`person:${speaker.browser.personId}`, 'public']);
      expect(await ceasesToSee(speaker.browser)).toBe(true);
      expect((await speaker.browser.call(whoAmI)).body?.editions[0]?.roles).toEqual([]);
      phone.socket.disconnect();
    },
  );

  it('has withdrawn, and sees nothing either', async () => {
    const speaker = await delegate('Withdrawn');
    await desk.call(addSpeaker, { ...inSession(closed), body: { delegateId: speaker.id } });
    await forum.database.rows(`update delegate set state = 'withdrawn' where id = $1`, [speaker.id]);
    expect(await ceasesToSee(speaker.browser)).toBe(true);
  });
});

describe('an import', () => {
  const schedule = (talks: readonly { guid: string; title: string; speakers: string[] }[]) => {
    const events = talks.map(({ guid, title, speakers }) => ({
      guid,
      title,
      date: '2031-05-13T10:00:00+09:00',
      start: '10:00',
      duration: '00:30',
      room: 'Hall',
      type: 'panel',
      persons: speakers.map((name) => ({ id: name.length, public_name: name })),
    }));
    const conference = {
      title: 'Forum',
      time_zone_name: 'Asia/Seoul',
      days: [{ date: '2031-05-13', rooms: { Hall: events } }],
    };
    return new TextEncoder().encode(JSON.stringify({ schedule: { conference } }));
  };
  const propose = async (talks: Parameters<typeof schedule>[0]) =>
    (
      await desk.call(proposeImport, {
        ...inEdition(),
        query: { name: 'schedule' },
        body: new Uint8Array(schedule(talks)),
      })
    ).body;
  const bring = async (talks: Parameters<typeof schedule>[0]) => {
    const params = { edition: edition.slug, import: (await propose(talks)).id };
    expect((await desk.call(applyImport, { params, body: {} })).status).toBe(200);
  };
  const talk = (title: string, speakers: string[]) => ({ guid: 'talk', title, speakers });

  it('keeps who is named, who was added and who a speaker is, and gives and takes with what it changes', async () => {
    const [choi, guest, extra] = [await delegate('Choi'), await delegate('Guest'), await delegate('Extra')];
    await bring([talk('Talk', ['Choi Minsu'])]);
    const { sessions } = (await desk.call(readProgramme, inEdition())).body;
    const imported = (
      await desk.call(readSession, inSession(sessions.find(({ title }) => title === 'Talk')!))
    ).body;
    const { version } = imported;
    await desk.call(editSession, { ...inSession(imported), body: { version, audience: 'restricted' } });
    await desk.call(nameForSession, named(imported, guest.id));
    await desk.call(addSpeaker, { ...inSession(imported), body: { delegateId: extra.id } });
    const [fromFile] = (await peopleOf(imported)).speakers;
    await desk.call(linkSpeaker, {
      params: { edition: edition.slug, speaker: fromFile!.id },
      body: { delegateId: choi.id },
    });
    const again = await propose([talk('Talk', ['Choi Minsu'])]);
    expect([again.changed, again.unchanged]).toEqual([[], 1]);

    await bring([talk('Talk, renamed', ['Choi Minsu', 'Somebody else'])]);
    const kept = await peopleOf(imported);
    expect(kept.named.map(({ name }) => name)).toEqual(['Guest']);
    expect(kept.speakers.map(({ name, person }) => [name, person?.name])).toEqual([
      ['Choi Minsu', 'Choi'],
      ['Somebody else', undefined],
      ['Extra', 'Extra'],
    ]);
    for (const { browser } of [choi, guest, extra]) expect(await comesToSee(browser, imported)).toBe(true);

    const phone = await follow(forum, choi.browser, edition.slug);
    await bring([talk('Talk, renamed', ['Somebody else'])]);
    expect(await ceasesToSee(choi.browser, imported)).toBe(true);
    expect(await sees(extra.browser, imported)).toBe(true);
    await eventually(
      () => Promise.resolve(phone.heard.some(({ type }) => type === 'rights.changed')),
      Boolean,
    );
    expect(phone.heard.map(({ type }) => type)).toContain('rights.changed');
    phone.socket.disconnect();
  });
});

describe('the desk', () => {
  it('names nobody for a session that is gone', async () => {
    const kim = await delegate('Late');
    const gone = { id: '0198f3a2-0000-7000-8000-000000000000' };
    expect((await desk.call(nameForSession, named(gone, kim.id))).status).toBe(404);
    expect((await desk.call(readSessionPeople, inSession(gone))).status).toBe(404);
    expect(
      (
        await desk.call(changeSession, {
          ...inSession(gone),
          body: { version: 1, change: { kind: 'cancel' } },
        })
      ).status,
    ).toBe(404);
  });
});
