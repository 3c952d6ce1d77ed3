import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from '../operations/metrics.ts';
import { isRefusalOfAccess, type SecurityEvents } from '../security-events/security-events.ts';
import type { ForumRequest } from './endpoint.ts';
import type { Warn } from './warn-sparingly.ts';

/**
 * Logs and counts every answer by its route's pattern: never the address itself, which may hold a secret. Who sent it is
 * told by ids of person and session. A refusal of access is noted among the events of security besides.
 */
export function logRequests(
  server: FastifyInstance,
  metrics: Metrics,
  events: SecurityEvents,
  warn: Warn,
): void {
  server.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    next();
  });
  server.addHook('onResponse', (request: ForumRequest, reply, next) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    // Reads that went well are counted, not told: ten thousand phones would write nothing else.
    // What was shed is told in sums.
    const isTold =
      (reply.statusCode >= 400 || request.method !== 'GET') && request.refusal !== 'rate.limited';
    if (isTold) {
      const leadsNowhere = route === 'none' || route === '/*' || reply.statusCode === 405;
      if (leadsNowhere) warn(lineOf(request, reply), 'answered');
      else request.log.info(lineOf(request, reply), 'answered');
    }
    const { refusal, sender, method } = request;
    if (refusal && isRefusalOfAccess(refusal)) {
      const event = { kind: 'refused', what: refusal, editionId: sender?.edition?.id ?? null } as const;
      events.note(sender ?? null, event, { route: `${method} ${route}`, requestId: request.id });
    }
    next();
  });
}

function lineOf(request: ForumRequest, reply: FastifyReply) {
  const { sender, refusal } = request;
  return {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ...(refusal ? { refusal } : {}),
    ...(sender?.person ? { person: (sender.aide ?? sender.person).id, session: sender.sessionId } : {}),
    ...(sender?.aide ? { actingFor: sender.person?.id } : {}),
    ms: Math.round(reply.elapsedTime),
  };
}
