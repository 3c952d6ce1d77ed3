import { Injectable } from '@nestjs/common';
import type { Route } from '@forum/contract/route';
import type { FastifyInstance } from 'fastify';
import { relationsOf, type Viewer } from '../http/viewer.ts';
import { Viewers } from '../identity/viewers.ts';
import { answerDocument, type Caching } from './answer-document.ts';
import type { Document } from './document.ts';

interface Revalidation {
  route: Route;
  caching: Caching;
  known: (viewer: Viewer) => Document | null;
}

/**
 * Answers the phones that ask at the same minute for a document, or whether what they have is still so, before the
 * framework's pipeline, which costs more than the answer. It does so only when memory alone proves it, by the same
 * rights and documents as the route's handler; whatever it does not know goes on to the handler.
 */
@Injectable()
export class Revalidations {
  readonly #of = new Map<string, Revalidation>();

  constructor(private readonly viewers: Viewers) {}

  /** From now on answers for a route; `known` tells the document of a viewer as far as it is in memory. */
  answer(route: Route, caching: Caching, known: Revalidation['known']): void {
    this.#of.set(`/api${route.path}`, { route, caching, known });
  }

  /** Whether a route is answered so when memory suffices, by the pattern of its address. */
  isKept(pattern: string): boolean {
    return this.#of.has(pattern);
  }

  attach(server: FastifyInstance): void {
    server.addHook('onRequest', (request, reply, next) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      const revalidation = isRead ? this.#of.get(request.routeOptions.url ?? '') : undefined;
      const document = revalidation && this.#known(revalidation, request.headers.cookie, request.params);
      if (document) answerDocument(document, { request, reply }, revalidation.caching);
      else next();
    });
  }

  #known({ route, known }: Revalidation, cookie: string | undefined, params: unknown): Document | null {
    const viewer = this.viewers.known(cookie, (params as { edition: string }).edition);
    return viewer && relationsOf(viewer, route.action).length > 0 ? known(viewer) : null;
  }
}
