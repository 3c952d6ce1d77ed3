import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  addCapital,
  type Capital,
  editCapital,
  listCapitals,
  removeCapital,
} from '@forum/contract/editions/capitals';
import {
  createEdition,
  editEdition,
  type Edition,
  listEditions,
  moveToPhase,
  readEdition,
  setPartners,
} from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { editVisitorPage } from '@forum/contract/editions/visitor-page';
import { readChanges } from '@forum/contract/live/changes';
import { readProgramme } from '@forum/contract/programme/programme';
import { changeSession } from '@forum/contract/programme/session-changes';
import type { Role } from '@forum/domain/identity/role';
import { createTestEdition, createTestHall } from '../testing/test-edition.ts';
import { accredit, addTestSession } from '../testing/test-programme.ts';
import { eventually } from '../testing/eventually.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
let secretariat: TestBrowser;
let seoul: Capital;
let edition: Edition;

beforeAll(async () => {
  forum = await startTestForum();
  secretariat = await forum.signIn('secretariat@forum.test', { secretariat: true });
  const added = await secretariat.call(addCapital, {
    body: {
      name: 'Seoul',
      country: 'KR',
      zone: 'Asia/Seoul',
      region: 'indo-pacific',
      accent: 'jade',
      willing: true,
    },
  });
  seoul = added.body;
  const created = await secretariat.call(createEdition, {
    body: {
      year: 2027,
      capitalId: seoul.id,
      title: 'Indo-Pacific Defence Industry Forum',
      venue: 'COEX',
      address: '513 Yeongdong-daero',
      startsOn: '2027-05-12',
      endsOn: '2027-05-14',
    },
  });
  edition = created.body;
});
afterAll(() => forum.stop());

const move = async (phase: Edition['phase']) => {
  const { body } = await secretariat.call(readEdition, { params: { edition: edition.slug } });
  return secretariat.call(moveToPhase, {
    params: { edition: edition.slug },
    body: { version: body.edition.version, phase },
  });
};

async function holdRole({ id }: { id: string }, { personId }: TestBrowser, role: Role): Promise<void> {
  if (role === 'delegation-head') {
    await forum.database.rows(
      `insert into delegation (edition_id, kind, name, country, head_id) values ($1, 'country', 'Japan', 'JP', $2)`,
      [id, personId],
    );
  } else if (role === 'delegate') {
    await accredit(forum, { id, slug: '' }, { personId } as TestBrowser);
  } else {
    await forum.database.rows('insert into role_grant (edition_id, person_id, role) values ($1, $2, $3)', [
      id,
      personId,
      role,
    ]);
  }
}

describe('a capital', () => {
  it('is named by a slug of its name and a canonical zone, and says whether it is willing', async () => {
    const added = await secretariat.call(addCapital, {
      body: { name: 'New Delhi', country: 'IN', zone: 'Asia/Calcutta', region: 'indo-pacific' },
    });
    expect(added.body).toMatchObject({
      slug: 'new-delhi',
      zone: 'Asia/Kolkata',
      willing: false,
      accent: 'slate',
    });
    const edited = await secretariat.call(editCapital, {
      params: { capital: added.body.id },
      body: { version: 1, willing: true },
    });
    expect(edited.body).toMatchObject({ willing: true, version: 2 });
    const stale = await secretariat.call(editCapital, {
      params: { capital: added.body.id },
      body: { version: 1, willing: true },
    });
    expect(stale.problem).toMatchObject({ code: 'version.stale', details: { current: 2 } });
    const { body: capitals } = await forum.visitor().call(listCapitals);
    expect(capitals.map((capital) => capital.name)).toEqual(['New Delhi', 'Seoul']);
  });

  it('is refused twice, and in a zone that does not exist', async () => {
    const again = { name: 'SEOUL', country: 'KR', zone: 'Asia/Seoul', region: 'indo-pacific' } as const;
    const twice = await secretariat.call(addCapital, { body: again });
    expect(twice.problem).toMatchObject({ status: 400, fields: [{ path: 'body.name', value: '"SEOUL"' }] });
    const nowhere = await secretariat.call(addCapital, { body: { ...again, zone: 'Asia/Nowhere' } });
    expect(nowhere.problem.code).toBe('time.zone_unknown');
  });

  it('has a country that there is, and names in other languages', async () => {
    const warsaw = { name: 'Warsaw', country: 'XX', zone: 'Europe/Warsaw', region: 'europe' } as const;
    const nowhere = await secretariat.call(addCapital, { body: warsaw });
    expect(nowhere.problem.fields).toMatchObject([{ path: 'body.country', value: '"XX"' }]);
    const body = { ...warsaw, country: 'PL', names: { ko: '바르샤바' } };
    const { id, slug, names } = (await secretariat.call(addCapital, { body })).body;
    expect({ slug, names }).toEqual({ slug: 'warsaw', names: { ko: '바르샤바' } });
    const params = { capital: id };
    const wrong = await secretariat.call(editCapital, { params, body: { version: 1, country: 'UK' } });
    expect(wrong.problem.fields).toMatchObject([{ path: 'body.country' }]);
    await secretariat.call(removeCapital, { params });
  });

  it('is corrected while nothing depends on it, and removed if nothing names it', async () => {
    const body = { name: 'Varsovie', country: 'FR', zone: 'Europe/Paris', region: 'europe' } as const;
    const { id } = (await secretariat.call(addCapital, { body })).body;
    const params = { capital: id };
    const right = { name: 'Warsaw', names: { ko: '바르샤바' }, country: 'PL', zone: 'Europe/Warsaw' };
    const plan = { capitalId: id, title: 'Forum', venue: '', address: '' };
    const corrected = await secretariat.call(editCapital, { params, body: { version: 1, ...right } });
    expect(corrected.body).toMatchObject({ ...right, slug: 'warsaw', version: 2 });
    const twice = await secretariat.call(editCapital, { params, body: { version: 2, name: 'Seoul' } });
    expect(twice.problem.fields).toMatchObject([{ path: 'body.name', value: '"Seoul"' }]);
    await secretariat.call(editCapital, { params, body: { version: 2, zone: 'Europe/Paris' } });

    const planned = await secretariat.call(createEdition, {
      body: { ...plan, year: 2029, startsOn: '2029-06-01', endsOn: '2029-06-02' },
    });
    await secretariat.call(editCapital, {
      params,
      body: { version: 3, zone: 'Europe/Warsaw', name: 'Warszawa' },
    });
    const inWarsaw = { params: { edition: planned.body.slug } };
    expect((await secretariat.call(readEdition, inWarsaw)).body.edition).toMatchObject({
      slug: 'warsaw-2029',
      zone: 'Europe/Warsaw',
      capital: { name: 'Warszawa', slug: 'warsaw' },
    });
    const used = { code: 'capital.in_use', details: { by: 'warsaw-2029' }, status: 409 };
    expect((await secretariat.call(removeCapital, { params })).problem).toMatchObject(used);
    await addTestSession(secretariat, planned.body, { title: 'First', at: '06-01T10:00' });
    for (const change of [{ zone: 'Europe/Paris' }, { country: 'FR' }]) {
      const refused = await secretariat.call(editCapital, { params, body: { version: 4, ...change } });
      expect(refused.problem).toMatchObject(used);
    }
    const renamed = await secretariat.call(editCapital, { params, body: { version: 4, name: 'Warsaw' } });
    expect(renamed.body).toMatchObject({ name: 'Warsaw', country: 'PL', zone: 'Europe/Warsaw' });
    await forum.database.rows('delete from session where edition_id = $1', [planned.body.id]);
    await forum.database.rows('delete from edition where id = $1', [planned.body.id]);
    expect((await secretariat.call(removeCapital, { params })).status).toBe(200);
    expect((await secretariat.call(removeCapital, { params })).status).toBe(404);
  });

  it('changes no year of the ring until its government is said to be willing', async () => {
    const ring = async () =>
      (await forum.visitor().call(frontPage)).body.ring.map(({ year, capital }) => [year, capital?.name]);
    const before = await ring();
    const body = { name: 'Manila', country: 'PH', zone: 'Asia/Manila', region: 'indo-pacific' } as const;
    const { id, willing } = (await secretariat.call(addCapital, { body })).body;
    expect([willing, await ring()]).toEqual([false, before]);
    const params = { capital: id };
    await secretariat.call(editCapital, { params, body: { version: 1, willing: true } });
    expect(await ring()).not.toEqual(before);
    await secretariat.call(removeCapital, { params });
    expect(await ring()).toEqual(before);
  });

  it('is added by the secretariat alone', async () => {
    const somebody = await forum.signIn('somebody@forum.test');
    const body = { name: 'Oslo', country: 'NO', zone: 'Europe/Oslo', region: 'europe' } as const;
    expect((await somebody.call(addCapital, { body })).status).toBe(403);
    expect((await forum.visitor().call(addCapital, { body })).status).toBe(401);
  });
});

describe('a planned edition', () => {
  it('is there for the secretariat alone until it is announced', async () => {
    const visitor = forum.visitor();
    expect((await visitor.call(readEdition, { params: { edition: edition.slug } })).status).toBe(404);
    expect((await visitor.call(listEditions)).body).toEqual([]);
    expect((await secretariat.call(listEditions)).body.map((one) => one.slug)).toEqual(['seoul-2027']);
    expect((await move('announced')).body).toMatchObject({ phase: 'announced', version: 2 });
    expect((await visitor.call(listEditions)).body.map((one) => one.slug)).toEqual(['seoul-2027']);
    const { body } = await visitor.call(readEdition, { params: { edition: edition.slug } });
    expect(body.edition).toMatchObject({ startsOn: '2027-05-12', endsOn: '2027-05-14', zone: 'Asia/Seoul' });
    expect(body.heads).toEqual({ public: expect.any(Number) });
  });

  it.each([
    ['organiser', 2040, 1],
    ['accreditation-officer', 2042, 1],
    ['auditor', 2044, 1],
    ['delegation-head', 2046, 1],
    ['delegate', 2048, 0],
  ] as const)(
    'is there for its own %s, once they have shown what the role wants',
    async (role, year, sees) => {
      const planned = await createTestEdition(forum.database, year, 'planned');
      const of = { params: { edition: planned.slug } };
      const holder = await forum.signIn(`${role}@host.test`);
      await holdRole(planned, holder, role);
      expect((await holder.call(readEdition, of)).status).toBe(sees ? 200 : 404);
      const known = (await holder.call(listEditions)).body.filter(({ slug }) => slug === planned.slug);
      expect(known).toHaveLength(sees);
      expect((await holder.call(readProgramme, of)).status).toBe(sees ? 200 : 404);
      const unproven = await forum.signIn(`${role}@host.test`, { factor: null });
      const seesUnproven = role === 'delegation-head' ? 1 : 0;
      expect((await unproven.call(readEdition, of)).status).toBe(seesUnproven ? 200 : 404);
      expect(
        (await unproven.call(listEditions)).body.filter(({ slug }) => slug === planned.slug),
      ).toHaveLength(seesUnproven);
      const elsewhere = await createTestEdition(forum.database, year + 1, 'planned');
      expect((await holder.call(readEdition, { params: { edition: elsewhere.slug } })).status).toBe(404);
      await forum.database.rows(`delete from role_grant where edition_id = $1`, [planned.id]);
      await forum.database.rows(`delete from delegate where edition_id = $1`, [planned.id]);
      await forum.database.rows(`delete from delegation where edition_id = $1`, [planned.id]);
      await forum.database.rows(`delete from edition where id = any($1)`, [[planned.id, elsewhere.id]]);
    },
  );

  it('cannot be planned for a year that has one, with days out of it, or for an unknown capital', async () => {
    const plan = {
      year: 2027,
      capitalId: seoul.id,
      title: 'Another',
      venue: '',
      address: '',
      startsOn: '2027-09-01',
      endsOn: '2027-09-02',
    };
    const create = async (change: Partial<typeof plan>) =>
      (await secretariat.call(createEdition, { body: { ...plan, ...change } })).problem;
    expect((await create({})).fields).toMatchObject([{ path: 'body.year', value: '2027' }]);
    expect((await create({ year: 2030 })).fields).toMatchObject([{ path: 'body.startsOn' }]);
    expect((await create({ endsOn: '2027-08-30' })).fields).toMatchObject([{ path: 'body.endsOn' }]);
    expect((await create({ endsOn: '2027-12-31' })).fields).toMatchObject([{ path: 'body.endsOn' }]);
    expect((await create({ capitalId: edition.id })).status).toBe(404);
  });
});

describe('an announced edition', () => {
  it('is changed only by whoever has seen its last version, and everybody hears of it', async () => {
    const params = { edition: edition.slug };
    const { body: before } = await secretariat.call(readEdition, { params });
    const body = { version: before.edition.version, venue: 'KINTEX' };
    const changed = await secretariat.call(editEdition, { params, body });
    expect(changed.body).toMatchObject({ venue: 'KINTEX', title: before.edition.title });
    const stale = await secretariat.call(editEdition, { params, body });
    expect(stale.problem).toMatchObject({ status: 409, code: 'version.stale' });
    const since = `public:${before.heads['public']}`;
    const changes = await eventually(
      async () => (await forum.visitor().call(readChanges, { params, query: { since } })).body.changes,
      ({ length }) => length > 0,
    );
    expect(changes).toMatchObject([{ type: 'edition.changed', entity: edition.id }]);
  });

  it('keeps the days on which something is to take place', async () => {
    const params = { edition: edition.slug };
    const edit = async (change: { startsOn?: string; endsOn?: string }) => {
      const { body } = await secretariat.call(readEdition, { params });
      return secretariat.call(editEdition, { params, body: { version: body.edition.version, ...change } });
    };
    const test = { id: edition.id, slug: edition.slug };
    await addTestSession(secretariat, test, { title: 'Late', at: '05-15T01:00' });
    const early = await addTestSession(secretariat, test, { title: 'Early', at: '05-12T09:00' });
    const hall = await createTestHall(forum.database, test, 2027, 1);
    const wide = await edit({ startsOn: '2027-05-11', endsOn: '2027-05-16' });
    expect(wide).toMatchObject({ status: 200, body: { endsOn: '2027-05-16' } });
    expect((await edit({ endsOn: '2027-05-14' })).status).toBe(200);
    const cut = await edit({ endsOn: '2027-05-13' });
    expect(cut.problem).toMatchObject({
      status: 409,
      code: 'edition.dates_cut',
      details: { sessions: 1, hours: 0, meetings: 0 },
    });
    const late = await edit({ startsOn: '2027-05-13' });
    expect(late.problem.details).toMatchObject({ sessions: 1, hours: 1, meetings: 0 });
    expect(late.problem.detail).toContain('1 sessions, 1 opening hours of halls and 0 meetings');
    await forum.database.rows('delete from hall_opening where hall_id = $1', [hall]);
    const cancel = { version: early.version, change: { kind: 'cancel' } } as const;
    await secretariat.call(changeSession, { params: { ...params, session: early.id }, body: cancel });
    expect((await edit({ startsOn: '2027-05-13' })).body).toMatchObject({ startsOn: '2027-05-13' });
    await edit({ startsOn: '2027-05-12' });
  });

  it('goes one phase at a time, and nothing of it changes once it is archived', async () => {
    expect((await move('live')).problem).toMatchObject({
      code: 'phase.forbids',
      details: { phase: 'announced', steps: ['planned', 'registration'] },
    });
    for (const phase of ['registration', 'live', 'closed', 'archived'] as const) {
      expect((await move(phase)).body.phase).toBe(phase);
    }
    expect((await move('closed')).problem.code).toBe('phase.forbids');
    const params = { edition: edition.slug };
    const { body } = await secretariat.call(readEdition, { params });
    const edited = await secretariat.call(editEdition, {
      params,
      body: { version: body.edition.version, title: 'Rewritten' },
    });
    expect(edited.problem).toMatchObject({ code: 'phase.forbids', details: { reason: 'over' } });
    await forum.database.rows(`update edition set phase = 'announced' where id = $1`, [edition.id]);
  });

  it('has dated partners and a page for visitors, set by its organisers', async () => {
    const params = { edition: edition.slug };
    const partners = [
      { kind: 'country', code: 'JP', name: 'Japan', since: '2026-01-01', until: null },
      { kind: 'institution', code: 'NATO', name: 'NATO', since: '2026-01-01', until: '2028-01-01' },
    ] as const;
    const page = {
      entryRules: 'Visa\nK-ETA',
      transport: 'AREX',
      embassies: '',
      emergencyNumbers: '112, 119',
    };
    const delegate = await forum.signIn('delegate@forum.test');
    expect((await delegate.call(setPartners, { params, body: { partners: [...partners] } })).status).toBe(
      403,
    );
    const organiser = await forum.signIn('organiser@forum.test');
    await forum.database.rows(
      `insert into role_grant (edition_id, person_id, role) values ($1, $2, 'organiser')`,
      [edition.id, organiser.personId],
    );
    expect((await organiser.call(setPartners, { params, body: { partners: [...partners] } })).status).toBe(
      200,
    );
    expect((await organiser.call(editVisitorPage, { params, body: page })).status).toBe(200);
    const { body } = await forum.visitor().call(readEdition, { params });
    expect(body.partners.map(({ code, until }) => [code, until])).toEqual([
      ['JP', null],
      ['NATO', '2028-01-01'],
    ]);
    expect(body.visitors).toEqual(page);
    const twice = await organiser.call(setPartners, {
      params,
      body: { partners: [partners[0], { ...partners[0], since: '2027-01-01' }] },
    });
    expect(twice.problem.fields).toMatchObject([{ path: 'body.partners.1.code', value: '"JP"' }]);
  });

  it('is the current one on the front page, before any later one', async () => {
    const { body } = await forum.visitor().call(frontPage);
    expect(body.current?.slug).toBe('seoul-2027');
    expect(body.ring.find((year) => year.year === 2027)).toMatchObject({ standing: 'current', reasons: [] });
  });
});
