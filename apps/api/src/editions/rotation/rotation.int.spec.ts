import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Capital } from '@forum/contract/editions/capitals';
import { createEdition } from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { releaseHost, type RingYear, setHost, swapHosts } from '@forum/contract/editions/rotation';
import fc from 'fast-check';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';
import { publicRingOf, ringOf, type RotationFacts } from './ring.ts';

let forum: TestForum;
let secretariat: TestBrowser;
const capitals = new Map<string, string>();

beforeAll(async () => {
  forum = await startTestForum();
  secretariat = await forum.signIn('secretariat@forum.test', { secretariat: true });
  for (const [name, country, zone, region] of [
    ['Seoul', 'KR', 'Asia/Seoul', 'indo-pacific'],
    ['Brussels', 'BE', 'Europe/Brussels', 'europe'],
    ['Tokyo', 'JP', 'Asia/Tokyo', 'indo-pacific'],
    ['Canberra', 'AU', 'Australia/Sydney', 'indo-pacific'],
    ['Warsaw', 'PL', 'Europe/Warsaw', 'europe'],
  ]) {
    const [row] = await forum.database.rows<{ id: string }>(
      `insert into capital (slug, name, country, zone, region, accent) values (lower($1), $1, $2, $3, $4, 'jade') returning id`,
      [name, country, zone, region],
    );
    capitals.set(name!, row!.id);
  }
  const thisYear = new Date().getUTCFullYear();
  for (const [year, name, phase] of [
    [thisYear - 2, 'Tokyo', 'archived'],
    [thisYear - 1, 'Brussels', 'closed'],
    [thisYear, 'Seoul', 'live'],
  ]) {
    await forum.database.rows(
      `insert into edition (slug, year, capital_id, title, venue, address, starts_on, ends_on, zone, phase)
       select c.slug || '-' || $1, $1::int, c.id, 'Forum', '', '', ($1 || '-05-01')::date, ($1 || '-05-03')::date, c.zone, $3
       from capital c where c.name = $2`,
      [String(year), name, phase],
    );
  }
});
afterAll(() => forum.stop());

const year = (ahead: number) => new Date().getUTCFullYear() + ahead;
const hosts = (ring: readonly RingYear[]) =>
  ring.map((one) => `${one.year - year(0)} ${one.capital?.name ?? 'nobody yet'} ${one.standing}`);
const ring = async () => (await forum.visitor().call(frontPage)).body.ring;

describe('the ring of hosts', () => {
  it('tells nobody of another host than the secretariat, whatever is planned and not announced', () => {
    const names = ['Brussels', 'Canberra', 'Seoul', 'Tokyo', 'Warsaw'];
    const all = names.map((name): Capital => ({
      id: name,
      version: 1,
      slug: name.toLowerCase(),
      name,
      names: {},
      country: 'KR',
      zone: 'Asia/Seoul',
      region: name === 'Brussels' || name === 'Warsaw' ? 'europe' : 'indo-pacific',
      accent: 'jade',
      willing: true,
    }));
    const capital = fc.constantFrom(...all);
    const chosen = fc.record({ ahead: fc.integer({ min: 1, max: 6 }), capital, isEdition: fc.boolean() });
    const facts = fc.uniqueArray(chosen, { selector: ({ ahead }) => ahead, maxLength: 4 });
    fc.assert(
      fc.property(facts, (years) => {
        const hostOf = (at: number) => years.find(({ ahead }) => ahead === at)?.capital;
        fc.pre(
          years.every(({ ahead, capital }) =>
            ahead > 1 ? hostOf(ahead - 1) !== capital : capital !== all[2],
          ),
        );
        const edition = (at: number, host: Capital, phase: 'planned' | 'live') => ({
          id: `${2026 + at}`,
          version: 1,
          slug: `${host.slug}-${2026 + at}`,
          year: 2026 + at,
          title: 'Forum',
          capital: host,
          venue: '',
          address: '',
          startsOn: `${2026 + at}-05-01`,
          endsOn: `${2026 + at}-05-02`,
          zone: host.zone,
          contactMail: null,
          contactPhone: null,
          phase,
        });
        const current = edition(0, all[2]!, 'live');
        const rotation: RotationFacts = {
          capitals: all,
          editions: [
            current,
            ...years.filter((one) => one.isEdition).map((one) => edition(one.ahead, one.capital, 'planned')),
          ],
          current,
          choices: years
            .filter((one) => !one.isEdition)
            .map((one) => ({ year: 2026 + one.ahead, capitalId: one.capital.id, reason: 'asked' })),
          thisYear: 2026,
        };
        const known = ringOf(rotation);
        const shown = publicRingOf(rotation);
        expect(shown.map((one) => one.year)).toEqual(known.map((one) => one.year));
        for (const [i, one] of shown.entries()) {
          const isHidden = years.some(({ ahead, isEdition }) => isEdition && 2026 + ahead === one.year);
          expect(one.capital).toEqual(isHidden ? null : known[i]?.capital);
          expect(isHidden && (one.edition ?? one.reasons.length > 0)).toBe(false);
        }
      }),
    );
  });

  it('shows who hosted, who hosts, and whom the rule proposes, with its reasons', async () => {
    const shown = await ring();
    expect(hosts(shown)).toEqual([
      '-2 Tokyo held',
      '-1 Brussels held',
      '0 Seoul current',
      '1 Warsaw proposed',
      '2 Canberra proposed',
      '3 Brussels proposed',
      '4 Tokyo proposed',
      '5 Warsaw proposed',
    ]);
    expect(shown[3]?.reasons.map((reason) => reason.code)).toEqual(['never-hosted', 'alternates-region']);
  });

  it('keeps a host set by hand with its reason, and proposes anew once it is taken back', async () => {
    const body = { capitalId: capitals.get('Tokyo')!, reason: 'Tokyo asked for its anniversary' };
    const set = await secretariat.call(setHost, { params: { year: year(1) }, body });
    expect(hosts(set.body)[3]).toBe('1 Tokyo fixed');
    expect((await ring())[3]?.reasons).toEqual([{ code: 'fixed-by-hand', reason: body.reason }]);
    const released = await secretariat.call(releaseHost, { params: { year: year(1) } });
    expect(hosts(released.body)[3]).toBe('1 Warsaw proposed');
    expect((await secretariat.call(releaseHost, { params: { year: year(1) } })).status).toBe(404);
  });

  it('refuses a host twice running, a year that is over, and one out of sight', async () => {
    const body = { capitalId: capitals.get('Seoul')!, reason: 'once more' };
    const set = async (at: number) =>
      (await secretariat.call(setHost, { params: { year: at }, body })).problem;
    expect((await set(year(1))).code).toBe('rotation.twice_running');
    expect((await set(year(0))).fields).toMatchObject([{ path: 'params.year', value: String(year(0)) }]);
    expect((await set(year(20))).fields).toMatchObject([{ path: 'params.year' }]);
    const nobody = { capitalId: '00000000-0000-4000-8000-000000000000', reason: 'unknown' };
    expect((await secretariat.call(setHost, { params: { year: year(2) }, body: nobody })).status).toBe(404);
  });

  it('swaps two years, and both are then set by hand', async () => {
    const body = { first: year(1), second: year(3), reason: 'Brussels rebuilds its hall' };
    const swapped = await secretariat.call(swapHosts, { body });
    expect(hosts(swapped.body).slice(3, 6)).toEqual([
      '1 Brussels fixed',
      '2 Canberra proposed',
      '3 Warsaw fixed',
    ]);
    for (const at of [1, 3]) await secretariat.call(releaseHost, { params: { year: year(at) } });
  });

  it('lets an edition hold its year, hidden from the public while it is planned', async () => {
    const plan = (ahead: number, name: string) =>
      secretariat.call(createEdition, {
        body: {
          year: year(ahead),
          capitalId: capitals.get(name)!,
          title: 'Forum',
          venue: '',
          address: '',
          startsOn: `${year(ahead)}-06-01`,
          endsOn: `${year(ahead)}-06-02`,
        },
      });
    expect((await plan(1, 'Seoul')).problem.code).toBe('rotation.twice_running');
    expect((await plan(1, 'Canberra')).status).toBe(200);
    expect(hosts((await secretariat.call(frontPage)).body.ring)[3]).toBe('1 Canberra fixed');
    const told = hosts((await secretariat.call(frontPage)).body.ring);
    expect(hosts(await ring())).toEqual([
      ...told.slice(0, 3),
      '1 nobody yet to-be-announced',
      ...told.slice(4),
    ]);
    const taken = await secretariat.call(setHost, {
      params: { year: year(1) },
      body: { capitalId: capitals.get('Tokyo')!, reason: 'instead' },
    });
    expect(taken.problem.fields).toMatchObject([{ path: 'params.year' }]);
    await forum.database.rows(`update edition set phase = 'announced' where year = $1`, [year(1)]);
    expect((await ring())[3]).toMatchObject({
      standing: 'announced',
      edition: `canberra-${year(1)}`,
      reasons: [],
    });
  });
});
