import type { Route } from '@forum/contract/route';
import { routes } from '@forum/contract/routes';
import { DomainError } from '@forum/domain/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const smallLimit = 64 * 1024;
const fileLimit = 20 * 1024 * 1024;

/** The routes that take files, or say how much they take, by method and address. */
const large = new Map(
  [...routes.values()]
    .filter(({ accepts, limit }) => accepts !== undefined || limit !== undefined)
    .map((route) => [`${route.method} /api${route.path}`, route]),
);

/**
 * Reads JSON and files: 64 KiB, unless the route takes files or says how much. More than that is read only for somebody
 * whom `admit` lets in, which knows nothing of the body yet. Every other kind of body is refused.
 */
export function readBodies(
  server: FastifyInstance,
  admit: (request: FastifyRequest, route: Route) => Promise<unknown>,
): void {
  server.addHook('onRoute', (registered) => {
    const route = large.get(`${String(registered.method)} ${registered.url}`);
    if (!route) return;
    registered.bodyLimit = route.limit ?? fileLimit;
    registered.onRequest = async (request: FastifyRequest) => void (await admit(request, route));
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: smallLimit },
    (_, text, parsed) => {
      if (text === '') return parsed(null, undefined);
      try {
        parsed(null, withoutPrototype(JSON.parse(text, refuseBrokenText)));
      } catch {
        parsed(
          new DomainError(
            'request.invalid',
            {},
            `The body is not JSON, or holds text that is not Unicode. It begins with ${JSON.stringify(text.slice(0, 40))}; send a JSON document in UTF-8.`,
          ),
        );
      }
    },
  );
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: smallLimit },
    (_, bytes, parsed) => parsed(null, bytes),
  );
}

/** U+0000 and halves of surrogate pairs can be escaped in JSON, but no text holds them and PostgreSQL stores neither. */
function refuseBrokenText(key: string, value: unknown): unknown {
  if (isBroken(key) || (typeof value === 'string' && isBroken(value))) throw new SyntaxError('broken text');
  return value;
}

const isBroken = (text: string) => /[\0\p{Surrogate}]/u.test(text);

function withoutPrototype(value: unknown): unknown {
  if (
    typeof value === 'object' &&
    value !== null &&
    '__proto__' in value &&
    Object.hasOwn(value, '__proto__')
  ) {
    throw new SyntaxError('__proto__');
  }
  return value;
}
