import type { Query } from '@tanstack/query-core';
import type { RouteKey } from '../query.ts';
import type { Heads } from './streams.ts';

/** The path of the route that a cached query was read through. */
export function pathOf(query: Query): string {
  return String((query.queryKey as unknown as RouteKey)[0]);
}

/** Whether a cached query is of this edition, or of none, such as the front page or who is signed in. */
export function belongsTo(query: Query, edition: string): boolean {
  const params = (query.queryKey as unknown as RouteKey)[1] as { edition?: string } | undefined;
  return pathOf(query).startsWith('/') && (params?.edition === undefined || params.edition === edition);
}

/** The stream heads that the data was read at; null where a route does not tell them, or before anything was read. */
export function headsIn(query: Query): Heads | null {
  const data: unknown = query.state.data;
  return typeof data === 'object' && data !== null && 'heads' in data ? (data.heads as Heads) : null;
}
