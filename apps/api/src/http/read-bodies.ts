import { routes } from '@forum/contract/routes';
import { DomainError } from '@forum/domain/errors';
import { type FastifyInstance } from 'fastify';

const jsonLimit = 64 * 1024;
const fileLimit = 20 * 1024 * 1024;

/** The routes that say how much they accept, by method and address. */
const limits = new Map<string, number>(
  [...routes.values()].flatMap(({ method, path, limit }) =>
    limit === undefined ? [] : [[`${method} /api${path}`, limit] as const],
  ),
);

/**
 * Reads JSON and files, as much as the route says; else JSON up to 64 KiB and files up to 20 MiB. Every other kind of
 * body is refused.
 */
export function readBodies(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    const limit = limits.get(`${String(route.method)} ${route.url}`);
    if (limit !== undefined) route.bodyLimit = limit;
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<string>(
    'application/json',
    { parseAs: 'string', bodyLimit: jsonLimit },
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
    { parseAs: 'buffer', bodyLimit: fileLimit },
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
