import { readEdition } from '@forum/contract/editions/editions';
import { listPeople } from '@forum/contract/delegations/people';
import type { RegistrationForm } from '@forum/contract/delegations/registration-form';
import { whoAmI } from '@forum/contract/identity/me';
import { readHalls } from '@forum/contract/meetings/halls';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { readProgramme, readRestricted } from '@forum/contract/programme/programme';
import { readStars } from '@forum/contract/programme/stars';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/query-core';
import type { KeptStore } from './offline/kept-store.ts';
import { type Kept, keptMeetingsPath } from './offline/what-is-kept.ts';
import { keepLook, lastLook, lookKey } from './offline/last-look.ts';
import { keepTypedForm, readTypedForm, typedFormKey } from './offline/typed-form.ts';
import { keepOffline } from './offline.ts';

const params = { edition: 'seoul-2027' };
const me = {
  id: 'p1',
  mail: 'canary@example.org',
  actingFor: null,
  principals: [{ id: 'p2', name: 'Canary' }],
  editions: [{ slug: 'seoul-2027', accredited: true, delegateId: 'd1' }],
};
const meeting = (delegateId: string, state = 'accepted') => ({
  id: `with-${delegateId}-${state}`,
  state,
  start: '2027-05-12T01:00:00Z',
  end: '2027-05-12T01:30:00Z',
  side: 'from',
  topic: 'Sights',
  topicKo: '조준경',
  control: null as object | null,
  message: 'canary',
  table: { id: 't1', hall: 'Hall A', label: '12', hallId: 'h1' },
  from: {
    firm: 'Hanbit',
    people: [{ delegateId, name: 'Kim', office: 'Sales', mail: 'canary@example.org' }],
  },
  to: {
    firm: 'Nordlys',
    people: [{ delegateId: 'd7', name: 'Berg', office: 'Buyer', mail: 'canary@example.org' }],
  },
});

function memory(): KeptStore & { entries: Map<string, Kept> } {
  const entries = new Map<string, Kept>();
  return {
    entries,
    all: () => Promise.resolve([...entries.values()]),
    put: (kept) => Promise.resolve(kept.forEach((entry) => entries.set(entry.id, entry))),
    clear: () => Promise.resolve(entries.clear()),
  };
}

/** The device's store of what is typed, as a browser has one. */
function localMemory(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
}

let store: ReturnType<typeof memory>;
let client: QueryClient;

/** Answers a read, as the forum would. */
const answer = (path: string, data: unknown) =>
  client.fetchQuery({
    queryKey: path === whoAmI.path ? [path, {}, {}] : [path, params, {}],
    queryFn: () => data,
  });
const paths = () => [...store.entries.values()].map(({ key }) => key[0]).sort();
const saved = () => jest.advanceTimersByTimeAsync(2000);

beforeEach(() => {
  jest.useFakeTimers();
  store = memory();
  client = new QueryClient();
  Object.defineProperty(globalThis, 'localStorage', { value: localMemory(), configurable: true });
});
afterEach(() => {
  client.clear();
  jest.useRealTimers();
});

describe('a device that keeps what may be read without network', () => {
  it('keeps the programme, own stars, own meetings by time, table and people, and nothing restricted or else of others', async () => {
    keepOffline(client, store);
    await answer(whoAmI.path, me);
    await answer(readProgramme.path, {
      sessions: [
        { id: 's1', audience: 'public' },
        { id: 's2', audience: 'restricted', title: 'canary' },
      ],
    });
    await answer(readRestricted.path, { sessions: [{ title: 'canary' }] });
    await answer(readStars.path, { sessionIds: ['s1'] });
    await answer(listPeople.path, { rows: [{ name: 'canary' }] });
    await answer(readHalls.path, [{ id: 'h1' }]);
    await answer(listMeetings.path, {
      meetings: [
        meeting('d1'),
        {
          ...meeting('d1'),
          id: 'controlled',
          topic: 'canary',
          topicKo: 'canary',
          control: { entries: ['canary'] },
        },
        meeting('d1', 'requested'),
        meeting('d9'),
      ],
    });
    await saved();
    expect(paths()).toEqual(
      [keptMeetingsPath, whoAmI.path, readHalls.path, readProgramme.path, readStars.path].sort(),
    );
    expect(JSON.stringify([...store.entries.values()]).toLowerCase()).not.toContain('canary');
    const kept = {
      start: '2027-05-12T01:00:00Z',
      end: '2027-05-12T01:30:00Z',
      table: { id: 't1', hall: 'Hall A', label: '12', hallId: 'h1' },
      theirs: { firm: 'Nordlys', people: [{ name: 'Berg', office: 'Buyer' }] },
      ours: { firm: 'Hanbit', people: [{ name: 'Kim', office: 'Sales' }] },
    };
    expect([...store.entries.values()].find(({ key }) => key[0] === keptMeetingsPath)?.data).toEqual([
      { ...kept, id: 'with-d1-accepted', topic: 'Sights', topicKo: '조준경' },
      { ...kept, id: 'controlled', topic: null, topicKo: null },
    ]);
  });

  it('shows it the next time, as old as it is, and never over what was answered meanwhile', async () => {
    keepOffline(client, store).stop();
    await store.put([
      { id: 'a', key: [readEdition.path, params, {}], data: 'kept', at: 5 },
      { id: 'b', key: [readStars.path, params, {}], data: 'kept', at: 5 },
    ]);
    client.setQueryData([readStars.path, params, {}], 'answered');
    await keepOffline(client, store).restored;
    expect(client.getQueryData([readEdition.path, params, {}])).toBe('kept');
    expect(client.getQueryState([readEdition.path, params, {}])?.dataUpdatedAt).toBe(5);
    expect(client.getQueryData([readStars.path, params, {}])).toBe('answered');
  });
});

describe('a device whose reader has changed', () => {
  const keepSome = async () => {
    const keeping = keepOffline(client, store);
    await answer(whoAmI.path, me);
    await answer(readStars.path, { sessionIds: ['s1'] });
    await saved();
    expect(paths()).toEqual([whoAmI.path, readStars.path].sort());
    return keeping;
  };

  it('forgets all at sign-out, and does not keep again what was read before', async () => {
    await keepSome();
    await jest.advanceTimersByTimeAsync(1000);
    await answer(whoAmI.path, null);
    await saved();
    expect(paths()).toEqual([]);
  });

  it('forgets what another had kept', async () => {
    await keepSome();
    await jest.advanceTimersByTimeAsync(1000);
    await answer(whoAmI.path, { ...me, id: 'p9' });
    await saved();
    expect(paths()).toEqual([whoAmI.path]);
  });

  it('forgets all when the accreditation ends', async () => {
    await keepSome();
    await jest.advanceTimersByTimeAsync(1000);
    await answer(whoAmI.path, { ...me, editions: [{ ...me.editions[0], accredited: false }] });
    await saved();
    expect(paths()).toEqual([whoAmI.path]);
  });

  it('forgets when it is told to', async () => {
    const keeping = await keepSome();
    await keeping.wipe();
    expect(paths()).toEqual([]);
  });
});

describe('a registration that is being typed', () => {
  const minister = { id: 'p2', name: 'Minister', aide: 'a1', edition: 'seoul-2027' };
  const form = { office: 'canary' } as RegistrationForm;
  const typed = () => readTypedForm(typedFormKey('seoul-2027', me));
  const signIn = async () => {
    const keeping = keepOffline(client, store);
    await answer(whoAmI.path, me);
    await saved();
    keepTypedForm(typedFormKey('seoul-2027', me), form);
    keepLook(lookKey('seoul-2027', me), 7);
    localStorage.setItem('forum-language', 'ko');
    return keeping;
  };

  it('is found again by whoever typed it, for the same person', async () => {
    await signIn();
    await answer(whoAmI.path, { ...me });
    await saved();
    expect(typed()).toEqual(form);
    expect(lastLook(lookKey('seoul-2027', me))).toBe(7);
    expect(lastLook(lookKey('seoul-2027', { ...me, actingFor: minister }))).toBeNull();
    for (const other of [
      { ...me, id: 'p9' },
      { ...me, actingFor: minister },
      { ...me, id: 'p9', actingFor: { id: me.id, name: 'Me', aide: 'a2', edition: 'seoul-2027' } },
    ])
      expect(readTypedForm(typedFormKey('seoul-2027', other))).toBeNull();
    expect(readTypedForm(typedFormKey('tokyo-2028', me))).toBeNull();
  });

  it.each([
    ['at sign-out', null],
    ['when another signs in', { ...me, id: 'p9' }],
    ['when they act for a principal', { ...me, actingFor: minister }],
  ])('is forgotten %s', async (_, now) => {
    await signIn();
    await jest.advanceTimersByTimeAsync(1000);
    await answer(whoAmI.path, now);
    await saved();
    expect(typed()).toBeNull();
    expect(lastLook(lookKey('seoul-2027', me))).toBeNull();
    expect(localStorage.getItem('forum-language')).toBe('ko');
  });

  it('is forgotten when all is', async () => {
    await (await signIn()).wipe();
    expect(typed()).toBeNull();
  });

  it('begins with nothing that was read for another', async () => {
    await signIn();
    await answer(listPeople.path, { rows: ['canary'] });
    const stop = new QueryObserver(client, {
      queryKey: [listPeople.path, params, {}],
      queryFn: () => new Promise(() => undefined),
      staleTime: Infinity,
    }).subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(1000);
    await answer(whoAmI.path, { ...me, actingFor: minister });
    await saved();
    expect(client.getQueryData([listPeople.path, params, {}])).toBeUndefined();
    stop();
  });
});

describe('a device without a store', () => {
  it('goes without', async () => {
    const refused = () => Promise.reject(new Error('no IndexedDB'));
    const keeping = keepOffline(client, { all: refused, put: refused, clear: refused });
    await expect(keeping.restored).resolves.toBeUndefined();
    await answer(readStars.path, { sessionIds: [] });
    await saved();
    await expect(keeping.wipe()).resolves.toBeUndefined();
  });
});
