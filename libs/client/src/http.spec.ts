import { listDelegates } from '@forum/contract/delegations/delegates';
import { readEdition } from '@forum/contract/editions/editions';
import { endSession } from '@forum/contract/identity/me';
import { proposeImport } from '@forum/contract/programme/imports';
import { readProgramme } from '@forum/contract/programme/programme';
import { addRoom } from '@forum/contract/programme/rooms-and-tracks';
import { star } from '@forum/contract/programme/stars';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { addressOf, type Call, call, callAs, ProblemError } from './http.ts';

const edition = 'seoul-2027';
const session = '8a6e0804-2bd0-4672-b79d-d97027f9071a';
const realFetch = globalThis.fetch;
const fetched = jest.fn<typeof fetch>();

beforeEach(() => {
  fetched.mockReset();
  globalThis.fetch = fetched;
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const answer = (body: unknown, init?: ResponseInit) =>
  fetched.mockResolvedValue(new Response(typeof body === 'string' ? body : JSON.stringify(body), init));

const problemFrom = async (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );

describe('the address of a route', () => {
  it('holds its parameters, escaped, and only the query that was given', () => {
    expect(addressOf(star, { params: { edition, session } })).toBe(
      `/editions/seoul-2027/sessions/${session}/star`,
    );
    expect(addressOf(endSession, { params: { session: 'a/b' } })).toBe('/me/sessions/a%2Fb');
    expect(
      addressOf(listDelegates, {
        params: { edition },
        query: { search: 'Kim & Co', state: undefined, descending: 'true' },
      }),
    ).toBe('/editions/seoul-2027/delegates?search=Kim+%26+Co&descending=true');
  });
});

describe('a call', () => {
  it('reads JSON with the session of the browser and no key, as it changes nothing', async () => {
    answer({ sessions: [] });
    expect(await call(readProgramme, { params: { edition } })).toEqual({ sessions: [] });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/editions/seoul-2027/programme');
    expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ accept: 'application/json' });
  });

  it('sends a file as bytes', async () => {
    answer({});
    const bytes = new Uint8Array([1, 2]);
    await callAs({ base: 'http://host/api', headers: { cookie: 'c' } })(proposeImport, {
      params: { edition },
      body: bytes,
    });
    expect(fetched.mock.calls[0]?.[1]?.body).toBe(bytes);
    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      cookie: 'c',
    });
  });

  it('throws the problem that the server tells', async () => {
    const problem = {
      type: 'about:blank',
      title: 'There is no such thing here',
      status: 404,
      code: 'not_found',
      detail: 'No edition "x".',
    };
    answer(problem, { status: 404 });
    expect(await problemFrom(call(readEdition, { params: { edition: 'x' } }))).toEqual(problem);
  });

  it('throws a problem even when a proxy answers in HTML', async () => {
    answer('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    expect(await problemFrom(call(readEdition, { params: { edition } }))).toMatchObject({
      status: 502,
      code: 'temporarily.unavailable',
      title: 'Bad Gateway',
    });
  });

  it('throws `network.offline` when nobody answers', async () => {
    fetched.mockRejectedValue(new TypeError('fetch failed'));
    expect(await problemFrom(call(readEdition, { params: { edition } }))).toMatchObject({
      status: 0,
      code: 'network.offline',
    });
  });

  it('throws the abort and no problem when its caller gave it up', async () => {
    const gaveUp = new DOMException('given up', 'AbortError');
    fetched.mockRejectedValue(gaveUp);
    const signal = AbortSignal.abort();
    expect(await problemFrom(call(readEdition, { params: { edition } }, { signal }))).toBe(gaveUp);
  });
});

describe('a call that came too early', () => {
  const early = (retryAfter: number, code = 'rate.limited') =>
    fetched.mockResolvedValueOnce(
      new Response(
        JSON.stringify({
          type: 'about:blank',
          title: '',
          status: 429,
          code,
          detail: '',
          details: { retryAfter },
        }),
        { status: 429 },
      ),
    );
  beforeEach(() => void jest.useFakeTimers({ now: 0 }));
  afterEach(() => void jest.useRealTimers());

  it('is sent again when the forum asked for, or up to half as much later, and nobody hears of it', async () => {
    early(20);
    early(60);
    fetched.mockResolvedValueOnce(new Response('{"sessions":[]}'));
    const read = call(readProgramme, { params: { edition } });
    await jest.advanceTimersByTimeAsync(19_999);
    expect(fetched).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(10_001);
    expect(fetched).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(90_000);
    expect(await read).toEqual({ sessions: [] });
  });

  it('is sent with the key that it had when it is a write', async () => {
    early(1);
    fetched.mockResolvedValueOnce(new Response('{}'));
    const write = call(addRoom, { params: { edition }, body: { name: 'A' } });
    await jest.advanceTimersByTimeAsync(1_500);
    await write;
    const [first, second] = fetched.mock.calls.map(
      ([, init]) => (init?.headers as Record<string, string>)['idempotency-key'],
    );
    expect(second).toBe(first);
  });

  it('is refused in the end, at once when the wait is long, and for every other 429', async () => {
    for (let n = 0; n < 4; n++) early(1);
    const read = problemFrom(call(readProgramme, { params: { edition } }));
    await jest.advanceTimersByTimeAsync(6_000);
    expect(await read).toMatchObject({ code: 'rate.limited' });
    expect(fetched).toHaveBeenCalledTimes(4);
    early(900);
    expect(await problemFrom(call(readProgramme, { params: { edition } }))).toMatchObject({ status: 429 });
    early(1, 'auth.too_many_codes');
    expect(await problemFrom(call(readProgramme, { params: { edition } }))).toMatchObject({ status: 429 });
  });

  it('is not sent again when its caller gives up meanwhile', async () => {
    early(20);
    const gone = new AbortController();
    const read = problemFrom(call(readEdition, { params: { edition } }, { signal: gone.signal }));
    await jest.advanceTimersByTimeAsync(1_000);
    gone.abort();
    expect(await read).toMatchObject({ name: 'AbortError' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('a write', () => {
  let ask: Call;
  beforeEach(() => {
    ask = callAs({ base: '/api' });
  });
  const keyOfCall = (n: number) =>
    (fetched.mock.calls[n]?.[1]?.headers as Record<string, string>)['idempotency-key'];
  const press = (name: string) => problemFrom(ask(addRoom, { params: { edition }, body: { name } }));
  const lose = () => fetched.mockRejectedValueOnce(new TypeError('fetch failed'));
  const tell = (status: number, code: string) =>
    fetched.mockResolvedValueOnce(
      new Response(JSON.stringify({ type: 'about:blank', title: '', status, code, detail: '' }), { status }),
    );

  it('has a key of its own each time that it was answered, were it by a refusal', async () => {
    fetched.mockResolvedValueOnce(new Response('{}'));
    await press('A');
    tell(409, 'session.clash');
    await press('A');
    lose();
    await press('A');
    const keys = [0, 1, 2].map(keyOfCall);
    expect(keys).toEqual([expect.any(String), expect.any(String), expect.any(String)]);
    expect(new Set(keys).size).toBe(3);
  });

  it('keeps its key when it is pressed again without having been answered', async () => {
    lose();
    await press('A');
    tell(502, 'temporarily.unavailable');
    await press('A');
    tell(409, 'request.under_way');
    await press('A');
    fetched.mockResolvedValueOnce(new Response('{"cut off'));
    await press('A');
    fetched.mockResolvedValueOnce(new Response('{}'));
    await press('A');
    const keys = [0, 1, 2, 3, 4].map(keyOfCall);
    expect(new Set(keys).size).toBe(1);
    fetched.mockResolvedValueOnce(new Response('{}'));
    await press('A');
    expect(keyOfCall(5)).not.toBe(keys[0]);
  });

  it('shares its key with a second press while it is under way, and with no other write', async () => {
    fetched.mockImplementation(() => Promise.resolve(new Response('{}')));
    await Promise.all([press('A'), press('A'), press('B')]);
    expect(keyOfCall(0)).toBe(keyOfCall(1));
    expect(keyOfCall(0)).not.toBe(keyOfCall(2));
  });

  it('is meant anew once another was answered, which may have undone it', async () => {
    lose();
    await press('A');
    fetched.mockResolvedValueOnce(new Response('{}'));
    await press('B');
    lose();
    await press('A');
    expect(keyOfCall(2)).not.toBe(keyOfCall(0));
  });

  it('is meant anew after two minutes', async () => {
    jest.useFakeTimers({ now: 0 });
    lose();
    await press('A');
    jest.setSystemTime(120_001);
    lose();
    await press('A');
    jest.useRealTimers();
    expect(keyOfCall(1)).not.toBe(keyOfCall(0));
  });
});
