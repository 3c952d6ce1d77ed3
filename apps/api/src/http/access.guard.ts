import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@forum/contract/route';
import { DomainError } from '@forum/domain/errors';
import { may } from '@forum/domain/identity/policy';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config.ts';
import { Viewers } from '../identity/viewers.ts';
import { type ForumRequest, routeKey } from './endpoint.ts';
import { refuseForeignOrigin } from './origin.ts';
import { factorRequired, requireFactor, requireFreshFactor } from './second-factor.ts';
import { type Admitted, grantsOf, relationsOf, type Viewer } from './viewer.ts';

/** Lets a request through only as the policy table says, for the route that it asks for. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly viewers: Viewers,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(routeKey, context.getHandler());
    if (!route) throw new DomainError('access.denied', {}, 'This address has no rule, so nobody may use it.');
    const request = context.switchToHttp().getRequest<ForumRequest>();
    request.viewer = await this.admit(request, route);
    return true;
  }

  /** Whoever sends the request, if they may; reads nothing of its body. Who was refused is left on the request. */
  async admit(request: ForumRequest, route: Route): Promise<Admitted> {
    const { cookie } = request.headers;
    try {
      if (route.method !== 'GET' || route.recorded) refuseForeignOrigin(request.headers, this.config.baseUrl);
      request.sender = await this.viewers.of(cookie, editionIn(request), route.method !== 'GET');
    } catch (error) {
      if (error instanceof DomainError) request.sender = await this.viewers.of(cookie, null);
      throw error;
    }
    const relations = admit(request.sender, route);
    if (route.factor === 'fresh') requireFreshFactor(request.sender);
    if (route.factor === 'shown') requireFactor(request.sender);
    return { ...request.sender, relations };
  }
}

function editionIn(request: FastifyRequest): string | null {
  const slug = (request.params as Record<string, string> | undefined)?.['edition'];
  return slug ?? null;
}

function admit(viewer: Viewer, route: Route) {
  const relations = relationsOf(viewer, route.action);
  if (relations.length > 0) return relations;
  if (!viewer.person) throw new DomainError('auth.required', {}, 'Sign in first.');
  const withFactor =
    viewer.withheld.length > 0 ? may([...grantsOf(viewer), ...viewer.withheld], route.action) : [];
  if (withFactor.length > 0) throw factorRequired('shown');
  throw new DomainError(
    'access.denied',
    { action: route.action },
    `What you are in this edition does not allow this (${route.action}).`,
  );
}
