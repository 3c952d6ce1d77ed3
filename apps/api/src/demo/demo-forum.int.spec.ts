import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAdvice } from '@forum/contract/advice/advice';
import { listWorksheets } from '@forum/contract/advice/worksheets';
import { frontPage } from '@forum/contract/editions/front-page';
import { readHalls } from '@forum/contract/meetings/halls';
import { listMeetings } from '@forum/contract/meetings/meetings';
import {
  carryOverProfile,
  type ProfileContent,
  readProfile,
  saveProfile,
} from '@forum/contract/matchmaking/profiles';
import { listSuggestions } from '@forum/contract/matchmaking/suggestions';
import { listNoShows, readFigures } from '@forum/contract/outcomes/figures';
import { listOutcomes } from '@forum/contract/outcomes/ledger';
import { readReport } from '@forum/contract/outcomes/reports';
import { readProgramme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { proposeHosts } from '@forum/domain/editions/rotation';
import type { DelegateCategory } from '@forum/domain/people/delegate-category';
import { eligible } from '@forum/domain/editions/partners';
import { isSlotOf } from '@forum/domain/meetings/halls/slots';
import { roomClashes, speakerClashes } from '@forum/domain/programme/clashes';
import { addMinutes, minutesBetween } from '@forum/domain/time/instant';
import { overlaps } from '@forum/domain/time/interval';
import { readPartners } from '../editions/partners.repository.ts';
import { SignInService } from '../identity/sign-in.service.ts';
import { sessionDay } from '../programme/session-days.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { whenComputed } from '../testing/when-computed.ts';
import { demoNewcomers, demoRenewing } from './data/profiles.ts';
import { holdDemoForum } from './demo-forum.ts';
import { signInLinks } from './demo-people.ts';
import { demoEditionId } from './planting/demo-id.ts';

const now = new Date('2027-05-12T03:20:00Z');
const slug = 'seoul-2027';
const params = { edition: slug };

let forum: TestForum;
let sessions: Session[];

beforeAll(async () => {
  forum = await startTestForum();
  await holdDemoForum(forum.database, now);
  const secretariat = await forum.signIn('secretariat@demo.example', { secretariat: true });
  sessions = (await secretariat.call(readProgramme, { params })).body.sessions;
});

afterAll(() => forum.stop());

const count = async (table: string) =>
  Number((await forum.database.row<{ n: string }>(`select count(*) as n from ${table}`))?.n);

describe('a demo forum', () => {
  it('is put into an empty database once', async () => {
    const tables = ['edition', 'person', 'delegate', 'session', 'meeting', 'reservation', 'star'];
    const before = await Promise.all(tables.map(count));
    await Promise.all([holdDemoForum(forum.database, now), holdDemoForum(forum.database, now)]);
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('tells Hanbit and Nordlys whom to meet, each other among them, with reasons that sum to the score', async () => {
    const suggestionsOf = async (role: string, firm: string) => {
      const browser = await forum.signIn(`${role}@demo.example`);
      const found = await forum.database.row<{ id: string }>('select id from firm where name = $1', [firm]);
      const where = { params: { ...params, firm: found?.id ?? '' } };
      const { body } = await whenComputed(() => browser.call(listSuggestions, where));
      return { rows: body.rows ?? [] };
    };
    const hanbit = await suggestionsOf('hanbit', 'Hanbit Optronics');
    const nordlys = await suggestionsOf('nordlys', 'Nordlys Undersea');
    expect(hanbit.rows.map(({ firm }) => firm.name)).toContain('Nordlys Undersea');
    expect(nordlys.rows.map(({ firm }) => firm.name)).toContain('Hanbit Optronics');
    expect(Math.min(hanbit.rows.length, nordlys.rows.length)).toBeGreaterThanOrEqual(6);
    for (const { score, terms } of [...hanbit.rows, ...nordlys.rows])
      expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
  });

  it('has firms that may carry over the profile of the last edition, and newcomers with a suggested one', async () => {
    const desk = await forum.signIn('secretariat@demo.example');
    const profileOf = async (name: string) => {
      const firm = await forum.database.row<{ id: string }>('select id from firm where name = $1', [name]);
      const of = { params: { ...params, firm: firm?.id ?? '' } };
      const { body } = await desk.call(readProfile, of);
      const carried = await desk.call(carryOverProfile, { ...of, body: { consented: true } });
      return {
        confirmed: body.confirmed,
        earlier: body.earlier !== null,
        carried: (carried.body.content?.offers.length ?? 0) > 0,
        dropped: carried.body.dropped.length,
        suggested: body.suggested.offers.length > 0,
      };
    };
    const none = { confirmed: false, dropped: 0, suggested: true };
    for (const name of demoRenewing)
      expect(await profileOf(name)).toEqual({ ...none, earlier: true, carried: true });
    for (const name of demoNewcomers)
      expect(await profileOf(name)).toEqual({ ...none, earlier: false, carried: false });
  });

  it('has for every other firm a profile that its own form would take', async () => {
    const desk = await forum.signIn('secretariat@demo.example');
    const kept = await forum.database.rows<{ firm: string; content: ProfileContent }>(
      'select firm_id as firm, content from firm_profile where edition_id = $1 order by firm_id',
      [demoEditionId],
    );
    expect(kept).toHaveLength((await count('firm')) - demoNewcomers.length - demoRenewing.length);
    for (const { firm, content } of kept) {
      const answer = await desk.call(saveProfile, {
        params: { ...params, firm },
        body: { version: 1, confirmed: true, content },
      });
      expect({ firm, status: answer.status, problem: answer.problem.detail }).toMatchObject({ status: 200 });
    }
  });

  it('has the size of a real one', async () => {
    expect(await count('delegate')).toBeGreaterThan(255);
    expect(await count('firm')).toBeGreaterThanOrEqual(70);
    expect(sessions.length).toBeGreaterThanOrEqual(130);
    expect(await count('meeting_table')).toBe(24);
    const { n } = (await forum.database.row<{ n: string }>(
      `select count(distinct country) as n from firm`,
    )) ?? { n: '0' };
    expect(Number(n)).toBe(15);
  });

  it('has names in Latin, Hangul, Han and Kana, Devanagari, Greek and Cyrillic', async () => {
    const names = await forum.database.rows<{ name: string }>('select name from speaker');
    for (const script of ['Latin', 'Hangul', 'Han', 'Devanagari', 'Greek', 'Cyrillic']) {
      const letters = new RegExp(`\\p{Script=${script}}`, 'u');
      expect(names.some(({ name }) => letters.test(name))).toBe(true);
    }
  });

  it('shows the ring that the rule of rotation gives, and coming hosts after it', async () => {
    const { body } = await forum.visitor().call(frontPage);
    expect(body.current?.slug).toBe(slug);
    const ring = body.ring.map(({ year, capital, standing }) => `${year} ${capital?.name} ${standing}`);
    expect(ring.slice(0, 9)).toEqual([
      '2023 Tokyo held',
      '2024 Brussels held',
      '2025 Canberra held',
      '2026 New Delhi held',
      '2027 Seoul current',
      '2028 Brussels proposed',
      '2029 Tokyo proposed',
      '2030 Canberra proposed',
      '2031 New Delhi proposed',
    ]);
    const capitals = body.ring.slice(0, 5).flatMap(({ capital }) => capital ?? []);
    const first = body.ring[0]!;
    const again = proposeHosts({
      capitals,
      past: [{ year: first.year, capitalId: capitals[0]!.id }],
      from: first.year + 1,
      count: 4,
      fixed: [],
    });
    expect(again.map((host) => host.capitalId)).toEqual(capitals.slice(1).map(({ id }) => id));
  });

  it('gives a link to each role that a newcomer may be', async () => {
    const links = await signInLinks(forum.app.get(SignInService));
    expect(links.map(({ role }) => role)).toEqual([
      'delegate',
      'firm (Hanbit)',
      'firm (Nordlys)',
      'secretariat',
    ]);
    expect(links.every(({ link }) => link.startsWith('http://forum.test/sign-in/link#'))).toBe(true);
  });
});

describe('the programme of the demo', () => {
  it('has something on at every moment from the first opening to the last night', () => {
    const start = '2027-05-10T23:30:00Z';
    const gaps: string[] = [];
    for (let minutes = 0; minutes < 69 * 60; minutes += 5) {
      const moment = { start: addMinutes(start, minutes), end: addMinutes(start, minutes + 1) };
      if (!sessions.some((session) => overlaps(session, moment))) gaps.push(moment.start);
    }
    expect(gaps).toEqual([]);
  });

  it('asks no room and no speaker to be in two places', () => {
    const all = sessions.map((session) => ({
      ...session,
      minutes: minutesBetween(session.start, session.end),
    }));
    expect([...roomClashes(all), ...speakerClashes(all)]).toEqual([]);
  });

  it('lets somebody speak wherever people speak', () => {
    const spoken = sessions.filter(({ kind }) => kind !== 'other' && kind !== 'demonstration');
    expect(spoken.filter(({ speakerIds }) => speakerIds.length === 0)).toEqual([]);
  });

  it('counts each session to the day that the rule says', () => {
    const edition = { zone: 'Asia/Seoul', startsOn: '2027-05-11', endsOn: '2027-05-13' };
    for (const session of sessions) expect(session.day).toBe(sessionDay(session.start, edition));
  });

  it('has two restricted sessions, which nobody sees who is not cleared', async () => {
    const [row] = await forum.database.rows<{ n: string }>(
      `select count(*) as n from session where audience = 'restricted'`,
    );
    expect(Number(row?.n)).toBe(2);
    expect(sessions.some((session) => session.audience === 'restricted')).toBe(false);
  });
});

describe('the delegations of the demo', () => {
  it('hold as many places as they say, and let wait only where all are taken', async () => {
    const wrong = await forum.database.rows(
      `select p.delegation_id, p.category from delegation_place p
       left join delegate d on d.delegation_id = p.delegation_id and d.category = p.category
       group by p.delegation_id, p.category, p.places, p.taken
       having p.taken > p.places or p.taken <> count(d.id) filter (where d.holds_place)
         or (p.taken < p.places and count(d.id) filter (where d.state = 'waitlisted') > 0)`,
    );
    expect(wrong).toEqual([]);
  });

  it('bring only people whom the partners make eligible', async () => {
    const partners = await forum.database.snapshot((transaction) => readPartners(transaction, demoEditionId));
    const people = await forum.database.rows<{ country: string; category: DelegateCategory }>(
      `select distinct country, category from delegate`,
    );
    const refused = people.filter(
      ({ country, category }) => !eligible(country, category, partners, '2027-05-11').ok,
    );
    expect(refused).toEqual([]);
  });
});

describe('what comes of the meetings of the demo', () => {
  it('gives both demo firms advice, a worksheet, a report and an outcome to look at', async () => {
    for (const [mail, firm] of [
      ['hanbit@demo.example', 'Hanbit Optronics'],
      ['nordlys@demo.example', 'Nordlys Undersea'],
    ] as const) {
      const browser = await forum.signIn(mail);
      const row = await forum.database.row<{ id: string }>('select id from firm where name = $1', [firm]);
      const advice = await browser.call(readAdvice, { params: { ...params, firm: row!.id }, query: {} });
      const known = advice.body.verdicts.filter(({ openness }) => openness !== 'unknown');
      expect(known.length).toBeGreaterThan(1);
      expect((await browser.call(listWorksheets, { params })).body.own).toHaveLength(1);
      const { meetings } = (await browser.call(listMeetings, { params })).body;
      const past = meetings.find((one) => one.start !== null && one.start < '2027-05-12')!;
      const report = await browser.call(readReport, { params: { ...params, meeting: past.id } });
      expect(report.body.own?.view).toBe('held');
      const other = past.from.firm === firm ? past.to : past.from;
      const outcomes = await browser.call(listOutcomes, { params: { ...params, firm: other.firmId } });
      expect(outcomes.body).toHaveLength(1);
    }
  });

  it('gives the secretariat figures of every edition, and absences to settle', async () => {
    const secretariat = await forum.signIn('secretariat@demo.example', { secretariat: true });
    const { editions } = (await secretariat.call(readFigures, { params, query: {} })).body;
    expect(editions).toHaveLength(5);
    expect(editions.find(({ slug: one }) => one === 'new-delhi-2026')!.stages).toEqual([
      { stage: 'interest', total: 8 },
      { stage: 'nda', total: 7 },
      { stage: 'mou', total: 1 },
      { stage: 'pilot', total: 0 },
      { stage: 'contract', total: null },
    ]);
    const { body } = await secretariat.call(listNoShows, { params, query: {} });
    expect(body.rows.map(({ result }) => result).sort()).toEqual(['disputed', 'no-show']);
  });
});

describe('the meetings of the demo', () => {
  it('are in slots of the hall, and nobody speaks meanwhile', async () => {
    const secretariat = await forum.signIn('secretariat@demo.example', { secretariat: true });
    const [hall] = (await secretariat.call(readHalls, { params })).body;
    const agreed = await forum.database.rows<{ start: string; end: string }>(
      `select utc(starts_at) as start, utc(ends_at) as "end" from meeting where state = 'accepted'`,
    );
    expect(agreed.length).toBeGreaterThanOrEqual(12);
    expect(agreed.every((slot) => isSlotOf(hall!, slot))).toBe(true);
    const speaking = await forum.database.rows(
      `select s.title from reservation r join speaker k on k.person_id = r.resource_id
       join session_speaker p on p.speaker_id = k.id join session s on s.id = p.session_id
       where r.during && tstzrange(s.starts_at, s.ends_at)`,
    );
    expect(speaking).toEqual([]);
  });

  it('take each person and table once at a time', async () => {
    const twice = await forum.database.rows(
      `select a.id from reservation a join reservation b on a.id < b.id and a.resource_id = b.resource_id and a.during && b.during`,
    );
    expect(twice).toEqual([]);
    expect(await count('reservation')).toBeGreaterThan(36);
  });

  it('leave the two demo firms with requests in and out, and nothing between them yet', async () => {
    for (const [mail, other] of [
      ['hanbit@demo.example', 'Nordlys Undersea'],
      ['nordlys@demo.example', 'Hanbit Optronics'],
    ] as const) {
      const browser = await forum.signIn(mail);
      const { body } = await browser.call(listMeetings, { params });
      const sides = new Set(body.meetings.filter((one) => one.state === 'requested').map((one) => one.side));
      expect([...sides].sort()).toEqual(['from', 'to']);
      expect(body.meetings.some((one) => [one.from.firm, one.to.firm].includes(other))).toBe(false);
    }
  });
});
