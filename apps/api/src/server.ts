import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Admission } from './budgets/admission.ts';
import { Limits } from './budgets/limits.ts';
import { AppModule, type ServerOptions } from './app.module.ts';
import { isOnLoopback } from './config.ts';
import { Revalidations } from './documents/revalidations.ts';
import { AccessGuard } from './http/access.guard.ts';
import { longestPart, refuseUnknownMethods } from './http/allowed-methods.ts';
import { takingTurns } from './http/nowhere.ts';
import { refuseOtherUpgrades, refuseUnreadable, refuseUnrouted } from './http/refuse-early.ts';
import { serveApps } from './http/serve-apps.ts';
import { warningSparingly } from './http/warn-sparingly.ts';
import { secure } from './http/security-headers.ts';
import { readBodies } from './http/read-bodies.ts';
import { endSlowBodies } from './http/slow-bodies.ts';
import { Jobs } from './jobs/jobs.ts';
import { Sending } from './mail/sending.ts';
import { LiveGateway } from './live/live.gateway.ts';
import { SocketBudget } from './live/socket-budget.ts';
import { nestLogger } from './logging.ts';
import { Postman } from './mail/postman.ts';
import { serveDevMail } from './operations/dev-mail.ts';
import { Health } from './operations/health.ts';
import { Metrics } from './operations/metrics.ts';
import { serveOperations } from './operations/operations-routes.ts';
import { logRequests } from './http/log-requests.ts';
import { SecurityEvents } from './security-events/security-events.ts';

/** Builds the whole server on a migrated database; nothing listens yet. */
export async function createServer(options: ServerOptions): Promise<NestFastifyApplication> {
  const { config, log } = options;
  const warn = warningSparingly(log);
  const takeTurn = takingTurns();
  const adapter = new FastifyAdapter({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: longestPart, ignoreTrailingSlash: true },
    trustProxy: false,
    // Longer than the largest body may take: for one that goes on though its request was refused before it was read.
    requestTimeout: 300_000,
    frameworkErrors: refuseUnrouted(config.baseUrl, warn, takeTurn),
    clientErrorHandler: refuseUnreadable(warn),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(options), adapter, {
    logger: nestLogger(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  const server = adapter.getInstance();
  server.server.headersTimeout = 20_000;
  secure(server, config.baseUrl);
  const access = app.get(AccessGuard);
  readBodies(server, (request, route) => access.admit(request, route));
  endSlowBodies(server, app.get(Limits).bodies);
  logRequests(server, app.get(Metrics), app.get(SecurityEvents), warn);
  refuseUnknownMethods(server, takeTurn);
  const revalidations = app.get(Revalidations);
  revalidations.attach(server);
  app.get(Admission).attach(server, (pattern) => revalidations.isKept(pattern));
  serveOperations(server, app.get(Health), app.get(Metrics), config);
  if (config.demo && !config.smtpUrl && isOnLoopback(config.baseUrl))
    serveDevMail(server, app.get(Postman).folder);
  await serveApps(server, takeTurn);
  await app.init();
  await server.ready();
  app.get(LiveGateway).attach(server.server, app.get(SocketBudget), app.get(Limits).heartbeat);
  refuseOtherUpgrades(server.server, '/live/', warn);
  await app.get(Jobs).start();
  await app.get(Sending).start();
  return app;
}
