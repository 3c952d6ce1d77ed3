import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  Res,
  SetMetadata,
  UseInterceptors,
} from '@nestjs/common';
import { isKeyed, type Route, type RouteInput, type RouteOutput } from '@forum/contract/route';
import type { ErrorCode } from '@forum/domain/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerOnce } from './answer-once.ts';
import { parseInput } from './parse-input.ts';
import type { Admitted, Viewer } from './viewer.ts';

/** Where the guard finds which route a handler serves. */
export const routeKey = 'forum:route';

/** A request with what was learnt of it on its way. */
export type ForumRequest = FastifyRequest & {
  /** Who was let in. */
  viewer?: Admitted;
  /** Who sent it, let in or not; unknown as long as nothing has asked. */
  sender?: Viewer;
  /** Why it was refused. */
  refusal?: ErrorCode;
};

/** The raw request and reply, for cookies, entity tags and bytes. */
export interface Exchange {
  request: ForumRequest;
  reply: FastifyReply;
}

const mapping = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const;

const Input = createParamDecorator((route: Route, context: ExecutionContext) =>
  parseInput(route, context.switchToHttp().getRequest<ForumRequest>()),
);

const Sender = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<ForumRequest>().viewer,
);

const RawExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => ({
  request: context.switchToHttp().getRequest<ForumRequest>(),
  reply: context.switchToHttp().getResponse<FastifyReply>(),
}));

type Handler<R extends Route> = (
  input: RouteInput<R>,
  viewer: Admitted,
  exchange: Exchange,
) => Promise<RouteOutput<R>> | RouteOutput<R>;

/**
 * Serves a route of the contract: mapping, validation and access in one line. A handler that returns another shape
 * than the route's does not compile.
 */
export function Endpoint<R extends Route>(route: R) {
  return <H extends Handler<R>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    serve(route, target, key, descriptor);
    if (route.produces) produce(route.produces, descriptor);
  };
}

/**
 * Serves a route whose bytes are made by the handler itself: it answers through the reply and returns nothing.
 */
export function RawEndpoint<R extends Route>(route: R) {
  return <H extends (input: RouteInput<R>, viewer: Admitted, exchange: Exchange) => void | Promise<void>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<H>,
  ): void => {
    serve(route, target, key, descriptor);
    // Tells Nest that the handler answers itself, so that it sends nothing after it.
    Res()(target, key, 3);
  };
}

function serve<H>(route: Route, target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void {
  Input(route)(target, key, 0);
  Sender()(target, key, 1);
  RawExchange()(target, key, 2);
  applyDecorators(
    SetMetadata(routeKey, route),
    mapping[route.method](route.path),
    HttpCode(200),
    // Not for all routes at once, where the app is made: reads would go through it too.
    ...(isKeyed(route) ? [UseInterceptors(AnswerOnce)] : []),
  )(target, key, descriptor as TypedPropertyDescriptor<unknown>);
}

function produce<H>(type: string, descriptor: TypedPropertyDescriptor<H>): void {
  SetMetadata('__headers__', [{ name: 'Content-Type', value: type }])(
    {},
    '',
    descriptor as TypedPropertyDescriptor<unknown>,
  );
}
