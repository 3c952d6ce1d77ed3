import { DomainError } from '@forum/domain/errors';
import type { FastifyInstance } from 'fastify';
import type { TakeTurn } from './nowhere.ts';

/** What may be asked of an address; the pattern of the apps' pages answers every other one. */
interface Address {
  pattern: RegExp;
  methods: Set<string>;
}

/** The longest part of an address that can be a name or an id; the router knows none that is longer. */
export const longestPart = 200;

/** Refuses, with 405, a method that the address of a request does not know though it knows others. */
export function refuseUnknownMethods(server: FastifyInstance, takeTurn: TakeTurn): void {
  const addresses = new Map<string, Address>();
  const byParts = new Map<number, Address[]>();
  server.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const address = addresses.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    if (!addresses.has(url)) byParts.set(partsOf(url).length, [...alikeTo(url), address]);
    addresses.set(url, address);
    for (const one of [method].flat()) address.methods.add(one);
  });
  // Unknown addresses may come as fast as a client can send: each is compared with few patterns, and a long one with none.
  const alikeTo = (path: string): readonly Address[] => {
    const parts = partsOf(path);
    return parts.some(({ length }) => length > longestPart) ? [] : (byParts.get(parts.length) ?? []);
  };
  server.addHook('onRequest', (request, _, next) => {
    // Whatever has a route of its own goes on; what has none ends in the pages of the apps, or nowhere.
    if (!request.is404 && request.routeOptions.url !== '/*') return next();
    const path = request.url.split('?')[0] ?? '';
    const allow = alikeTo(path)
      .filter(({ pattern }) => pattern.test(path))
      .flatMap(({ methods }) => [...methods]);
    if (allow.length === 0 || allow.includes(request.method)) return next();
    void takeTurn().then(() => next(methodRefusal(request.method, allow)));
  });
}

const partsOf = (path: string) => path.replace(/\/$/, '').split('/');

const common = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** That a method is not known, with those that are. */
export function methodRefusal(method: string | null, allow: readonly string[]): DomainError {
  const allowed = [...new Set(allow.length > 0 ? allow : common)].sort();
  return new DomainError(
    'request.method',
    { allow: allowed },
    `${method ?? 'This method'} is not known here. Use ${allowed.join(' or ')}.`,
  );
}

const patternOf = (url: string) =>
  new RegExp(`^${url.replace(/[.+()[\]]/g, '\\$&').replace(/:\w+/g, '[^/]+')}/?$`);
