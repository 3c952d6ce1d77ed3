import type { Route, RouteOutput } from '@forum/contract/route';
import type { DataTag } from '@tanstack/query-core';
import { call, type CallInput, type ProblemError } from './http.ts';

/** The key of a query: the route's path, then its parameters, then its query. */
export type RouteKey = readonly [path: string, params?: object, query?: object];

/** What TanStack Query needs to read a route, typed all the way to `useQuery().data`. */
export interface RouteQuery<R extends Route> {
  queryKey: DataTag<RouteKey, RouteOutput<R>, ProblemError>;
  queryFn: (context: { signal: AbortSignal }) => Promise<RouteOutput<R>>;
}

/**
 * Query options of a reading route.
 *
 * @example useQuery(queryOf(readProgramme, { params: { edition: 'seoul-2027' } }))
 */
export function queryOf<R extends Route>(route: R, input?: CallInput<R>): RouteQuery<R> {
  const given: { params?: object; query?: object } = input ?? {};
  return {
    queryKey: [route.path, given.params ?? {}, given.query ?? {}] as unknown as RouteQuery<R>['queryKey'],
    queryFn: ({ signal }) => call(route, input, { signal }),
  };
}

/**
 * The beginning of the keys of a route, for invalidation: of everything that was read through it, or with `params` only
 * of what was read with these.
 */
export function keyOf(route: Route, params?: object): RouteKey {
  return params ? [route.path, params] : [route.path];
}
