import type { Action } from '@forum/domain/identity/policy';
import { z } from 'zod';

/** What a route accepts and returns, over the wire; one object serves the server, the client and OpenAPI. */
export interface Route<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:names` of `params`; below `/api`. */
  readonly path: `/${string}`;
  /** The row of the policy table that guards it. */
  readonly action: Action;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  /** Of a body that is not JSON, and of a response that is not. */
  readonly accepts?: string;
  readonly produces?: string;
  /** Of the request body, in bytes; 64 KiB unless told. */
  readonly limit?: number;
  /** The answer, or the cookie that comes with it, is a secret that is shown once and kept nowhere. */
  readonly secret?: true;
  /** A read that the journal records, so that only pages of the forum may send it, as if it were a write. */
  readonly recorded?: true;
  /** What it wants of the second factor: shown in this session, or shown in the last ten minutes. */
  readonly factor?: 'shown' | 'fresh';
}

/**
 * Whether a write that is sent again with the same `Idempotency-Key` is answered as before instead of being done again.
 * What answers with a secret is done anew, because its answer is not kept.
 */
export const isKeyed = (route: Route): boolean => route.method !== 'GET' && !route.secret;

/** What a handler receives: parsed, defaults filled in. */
export interface RouteInput<R extends Route> {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
}

/** What a handler returns and a client receives. */
export type RouteOutput<R extends Route> = z.output<R['response']>;

const nothing = z.strictObject({});

/** No body, or an empty one. */
export const noBody = z.union([z.undefined(), z.null(), nothing]);

/** The answer of a command that has nothing to tell. */
export const done = z.strictObject({ ok: z.literal(true) });

interface RouteDescription<P, Q, B, R> {
  method: Route['method'];
  path: `/${string}`;
  action: Action;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  accepts?: string;
  produces?: string;
  limit?: number;
  secret?: true;
  recorded?: true;
  factor?: Route['factor'];
}

/** Describes a route; absent parts accept nothing, so that an unknown field is refused by name. */
export function route<
  R extends z.ZodType,
  P extends z.ZodObject = typeof nothing,
  Q extends z.ZodObject = typeof nothing,
  B extends z.ZodType = typeof noBody,
>(description: RouteDescription<P, Q, B, R>): Route<P, Q, B, R> {
  return { params: nothing, query: nothing, body: noBody, ...description } as unknown as Route<P, Q, B, R>;
}
