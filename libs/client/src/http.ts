import type { Problem } from '@forum/contract/problem';
import { isKeyed, type Route, type RouteOutput } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import type { z } from 'zod';
import { withFactor } from './factor-gate.ts';
import { wait, waitBeforeRepeat } from './patience.ts';
import { PressKeys, pressOf } from './press-keys.ts';
import { readProblem, unreachable } from './problem-response.ts';

type Part<Name extends string, Value> = [undefined] extends [Value]
  ? { [K in Name]?: Value }
  : Record<never, never> extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value };

/** What a caller gives a route: only the parts that it has, defaults left out as one likes. */
export type CallInput<R extends Route> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  Part<'body', z.input<R['body']>>;

/** How a single call is made. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** Where calls go: browsers use the defaults, tests name a server and carry their own cookie. */
export interface Caller {
  /** What stands before a route's path, such as `/api`. */
  base: string;
  headers?: Record<string, string>;
}

/** Calls a route and answers what it returns, or throws {@link ProblemError}. */
export type Call = <R extends Route>(
  route: R,
  input?: CallInput<R>,
  options?: CallOptions,
) => Promise<RouteOutput<R>>;

/**
 * A refusal by the server (RFC 9457), or no answer at all: then the code is `network.offline` and the status 0, so that
 * screens treat both alike.
 */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem behind anything that was thrown; what is no refusal is a fault of ours, told as it is. */
export function problemIn(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  // A rule that this device applied itself: it says what the server would say.
  if (error instanceof DomainError)
    return {
      type: 'about:blank',
      title: error.message,
      status: 422,
      code: error.code,
      detail: error.message,
    };
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'about:blank', title: 'Something went wrong', status: 500, code: 'client.fault', detail };
}

/** A client of the API for one caller; see {@link call} for the browser's. */
export function callAs(caller: Caller): Call {
  const keys = new PressKeys();
  return async (route, input, options = {}) => {
    const { body }: { body?: unknown } = input ?? {};
    const address = caller.base + addressOf(route, input ?? {});
    const request = { route, address, body, caller, ...options };
    if (route.method === 'GET') return answerInTime({ ...request, key: null });
    const press = pressOf(route.method, address, body);
    try {
      const answer = await answerInTime({ ...request, key: keys.of(press, Date.now()) });
      keys.answered(press);
      return answer;
    } catch (error) {
      if (isAnswer(error)) keys.answered(press);
      else keys.lost(press);
      throw error;
    }
  };
}

/** Whether a failed call has told what became of it; else it may have been done, or still be. */
const isAnswer = (error: unknown) =>
  error instanceof ProblemError &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  error.problem.code !== 'request.under_way';

const send = callAs({ base: '/api' });

/** Calls a route of this site's API with the session of the browser; a second factor that it wants is asked for. */
export const call: Call = (route, input, options) =>
  withFactor(route, () => send(route, input, options), wantsFactor);

const wantsFactor = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'auth.factor_required';

/**
 * The path of a route below `/api` with its parameters and its query filled in.
 *
 * @example addressOf(readSession, { params: { edition: 'seoul-2027', session: id } }) // '/editions/seoul-2027/sessions/…'
 */
export function addressOf(route: Route, input: { params?: object; query?: object }): string {
  const params = new Map(Object.entries(input.params ?? {}));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  );
  const query = Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  return query.length === 0
    ? path
    : `${path}?${new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString()}`;
}

interface Request<R extends Route> extends CallOptions {
  route: R;
  address: string;
  body: unknown;
  key: string | null;
  caller: Caller;
}

/** Stays away as long as a forum that is busy asks, and then asks again, where that does nothing twice. */
async function answerInTime<R extends Route>(request: Request<R>): Promise<RouteOutput<R>> {
  const mayRepeat = request.route.method === 'GET' || isKeyed(request.route);
  for (let repeats = 0; ; repeats++) {
    try {
      return await answerTo(request);
    } catch (error) {
      const isRefusal = mayRepeat && error instanceof ProblemError;
      const pause = isRefusal ? waitBeforeRepeat(error.problem, repeats, Math.random()) : null;
      if (pause === null) throw error;
      await wait(pause, request.signal);
    }
  }
}

async function answerTo<R extends Route>(request: Request<R>): Promise<RouteOutput<R>> {
  const { route, address, body, key, caller, signal } = request;
  const response = await fetch(address, {
    method: route.method,
    credentials: 'same-origin',
    headers: { ...headersOf(route, body, key), ...caller.headers },
    ...(body === undefined ? {} : { body: encode(body) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new ProblemError(unreachable);
  });
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return decode(route, response) as Promise<RouteOutput<R>>;
}

function headersOf(route: Route, body: unknown, key: string | null): Record<string, string> {
  return {
    accept: route.produces ?? 'application/json',
    ...(body === undefined
      ? {}
      : { 'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json' }),
    ...(key === null ? {} : { 'idempotency-key': key }),
  };
}

function encode(body: unknown): BodyInit {
  return body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);
}

async function decode(route: Route, response: Response): Promise<unknown> {
  const produces = route.produces ?? 'application/json';
  if (produces.startsWith('text/')) return response.text();
  return produces.includes('json') ? response.json() : new Uint8Array(await response.arrayBuffer());
}
