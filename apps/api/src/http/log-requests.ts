import { type FastifyInstance } from 'fastify';
import { type Metrics } from '../operations/metrics.ts';

/** Logs and counts every answer by its route's pattern: never the address itself, which may hold a secret. */
export function logRequests(server: FastifyInstance, metrics: Metrics): void {
  server.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    next();
  });
  server.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'none';
    const seconds = reply.elapsedTime / 1000;
    metrics.observe(request.method, route, reply.statusCode, seconds);
    // Reads that went well are counted, not told: ten thousand phones would write nothing else.
    if (reply.statusCode >= 400 || request.method !== 'GET') {
      request.log.info(
        {
          requestId: request.id,
          method: request.method,
          route,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'answered',
      );
    }
    next();
  });
}
