import { openApi } from '@forum/contract/open-api';
import { DomainError } from '@forum/domain/errors';
import { type FastifyInstance } from 'fastify';
import { timingSafeEqual } from 'node:crypto';
import { answerDocument } from '../documents/answer-document.ts';
import { packedDocument } from '../documents/document.ts';
import { sendProblem } from '../http/problem.filter.ts';
import { hashOf } from '../identity/secrets.ts';
import { type Health } from './health.ts';
import { type Metrics } from './metrics.ts';

/** The doors of whoever operates the forum; they know no person and no edition. */
export function serveOperations(
  server: FastifyInstance,
  health: Health,
  metrics: Metrics,
  metricsToken: string | null,
): void {
  server.get('/api/health/live', () => ({ live: true }));
  server.get('/api/health/ready', async (_, reply) => {
    const state = await health.ready();
    return reply
      .status(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  // Written and compressed once: it is as long as a book, and the same for everyone until the next release.
  const description = packedDocument('application/json; charset=utf-8', JSON.stringify(openApi()));
  server.get('/api/openapi.json', async (request, reply) => {
    answerDocument(await description, { request, reply }, { cacheControl: 'public, no-cache' });
    return reply;
  });
  server.get('/metrics', async (request, reply) => {
    if (metricsToken !== null && !isToken(request.headers.authorization, metricsToken)) {
      const refusal = new DomainError('auth.required', {}, 'Send METRICS_TOKEN as a bearer token.');
      sendProblem(refusal, request, reply);
      return reply;
    }
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** Compares hashes, so that the time tells nothing. */
const isToken = (authorization: string | undefined, token: string): boolean =>
  timingSafeEqual(hashOf(authorization ?? ''), hashOf(`Bearer ${token}`));
