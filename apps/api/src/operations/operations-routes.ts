import { openApi } from '@forum/contract/open-api';
import { DomainError } from '@forum/domain/errors';
import type { FastifyInstance } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { answerDocument } from '../documents/answer-document.ts';
import { type Document, packedDocument } from '../documents/document.ts';
import { sendProblem } from '../http/problem.filter.ts';
import type { Config } from '../config.ts';
import { hashOf } from '../identity/secrets.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

let written: Promise<Document> | undefined;
/**
 * Written and compressed once, when it is first asked for: it is as long as a book, and the same for everyone until the
 * next release.
 */
const description = () =>
  (written ??= packedDocument('application/json; charset=utf-8', JSON.stringify(openApi())));

/** The doors of whoever operates the forum; they know no person and no edition. */
export function serveOperations(
  server: FastifyInstance,
  health: Health,
  metrics: Metrics,
  { metricsToken, demo }: Pick<Config, 'metricsToken' | 'demo'>,
): void {
  server.get('/api/health/live', () => ({ live: true }));
  server.get('/api/health/ready', async (_, reply) => {
    const state = await health.ready();
    return reply
      .status(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  server.get('/api/openapi.json', async (request, reply) => {
    answerDocument(await description(), { request, reply }, { cacheControl: 'public, no-cache' });
    return reply;
  });
  server.get('/metrics', async (request, reply) => {
    // Not by address: behind a proxy on the same machine, everyone comes from loopback.
    const isAdmitted = metricsToken === null ? demo : isToken(request.headers.authorization, metricsToken);
    if (!isAdmitted) {
      const words =
        metricsToken === null
          ? 'Set METRICS_TOKEN, and send it as a bearer token: without it a real forum tells nobody.'
          : 'Send METRICS_TOKEN as a bearer token.';
      sendProblem(new DomainError('auth.required', {}, words), request, reply);
      return reply;
    }
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** Compares hashes, so that the time tells nothing. */
const isToken = (authorization: string | undefined, token: string): boolean =>
  timingSafeEqual(hashOf(authorization ?? ''), hashOf(`Bearer ${token}`));
