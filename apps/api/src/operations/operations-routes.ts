import { openApi } from '@forum/contract/open-api';
import { type FastifyInstance } from 'fastify';
import { type Health } from './health.ts';
import { type Metrics } from './metrics.ts';

/** The doors of whoever operates the forum; they know no person and no edition. */
export function serveOperations(server: FastifyInstance, health: Health, metrics: Metrics): void {
  server.get('/api/health/live', () => ({ live: true }));
  server.get('/api/health/ready', async (_, reply) => {
    const state = await health.ready();
    return reply
      .status(state.ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(state);
  });
  server.get('/api/openapi.json', (_, reply) => reply.send(openApi()));
  server.get('/metrics', async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
