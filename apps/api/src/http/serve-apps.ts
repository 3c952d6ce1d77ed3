import statics from '@fastify/static';
import { DomainError } from '@forum/domain/errors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TakeTurn } from './nowhere.ts';
import { nothingAt } from './problem.filter.ts';

const apps = [
  { prefix: '/secretariat/', folder: '../../../secretariat/dist' },
  { prefix: '/', folder: '../../../attendee/dist' },
] as const;

/** Serves both React apps: files that carry their hash for ever, and the page of the app for every other address. */
export async function serveApps(server: FastifyInstance, takeTurn: TakeTurn): Promise<void> {
  for (const [i, { prefix, folder }] of apps.entries()) {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    if (!existsSync(path.join(root, 'index.html'))) continue;
    await server.register(statics, {
      root,
      prefix,
      decorateReply: i === 0,
      wildcard: false,
      preCompressed: true,
      // Sent in place of what they are the compressed form of, at no address of their own.
      globIgnore: ['**/*.br', '**/*.gz'],
      cacheControl: false,
      setHeaders: (response, file) => {
        response.header(
          'cache-control',
          /[/\\]assets[/\\]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  server.get('/*', (request, reply) => page(request, reply, takeTurn));
}

/** An address of a screen, opened cold, gets the app; everything else that is not there is a problem document. */
async function page(request: FastifyRequest, reply: FastifyReply, takeTurn: TakeTurn): Promise<FastifyReply> {
  const address = request.url.split('?')[0] ?? '/';
  const isScreen = !/^\/(api|live|dev|metrics)(\/|$)/.test(address) && !/\.[a-z0-9]+$/i.test(address);
  const app = apps.find(({ prefix }) => address.startsWith(prefix));
  const root = app && fileURLToPath(new URL(app.folder, import.meta.url));
  if (isScreen && root && existsSync(path.join(root, 'index.html'))) {
    return reply.header('cache-control', 'no-cache').sendFile('index.html', root, { cacheControl: false });
  }
  await takeTurn();
  throw new DomainError('not_found', {}, nothingAt(request));
}
