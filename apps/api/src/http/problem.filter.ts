import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@forum/contract/problem';
import { DomainError, type ErrorCode } from '@forum/domain/errors';
import { problemOf } from '@forum/domain/errors-status';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { shortened } from '../logging.ts';
import type { ForumRequest } from './endpoint.ts';

interface FastifyError extends Error {
  statusCode?: number;
  code?: string;
}

/** Turns everything thrown into a problem document (RFC 9457); what nobody foresaw says nothing of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with the problem document of what was thrown; also for what Fastify refuses before Nest sees it. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asRefusal(thrown, request);
  (request as ForumRequest).refusal = refusal.code;
  const { status } = problemOf[refusal.code];
  // A refusal that was meant is told by the line of its answer; what nobody foresaw is told in full.
  if (status >= 500 && thrown !== refusal)
    request.log.error({ err: thrown, code: refusal.code }, 'request failed');
  const { retryAfter, allow } = refusal.details;
  if (typeof retryAfter === 'number') reply.header('retry-after', retryAfter);
  if (Array.isArray(allow)) reply.header('allow', allow.join(', '));
  reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(refusal, String(request.id))));
}

/** What a refusal is answered with. */
export function problemDocument(refusal: DomainError, requestId: string): Problem {
  const { fields, ...details } = refusal.details as Record<string, unknown> & Pick<Problem, 'fields'>;
  return {
    type: `https://forum.invalid/problems/${refusal.code}`,
    ...problemOf[refusal.code],
    code: refusal.code,
    detail: refusal.message,
    requestId,
    ...(fields ? { fields } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
}

function asRefusal(thrown: unknown, request: FastifyRequest): DomainError {
  if (thrown instanceof DomainError) return thrown;
  const status = thrown instanceof HttpException ? thrown.getStatus() : (thrown as FastifyError)?.statusCode;
  const known = refusalOfStatus[status ?? 0];
  const [code, text] =
    known ??
    ([
      'temporarily.unavailable',
      'Something went wrong here; it has been noted. Try again in a moment.',
    ] as const);
  return new DomainError(code, {}, typeof text === 'string' ? text : text(request, thrown as Error));
}

type Explanation = string | ((request: FastifyRequest, error: Error) => string);

/** That there is nothing at the address of a request. */
export const nothingAt = ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): string =>
  `There is nothing at ${method} ${shortened(url.split('?')[0] ?? '')}.`;

const refusalOfStatus: Record<number, readonly [ErrorCode, Explanation]> = {
  400: ['request.invalid', (_, error) => `The request cannot be read: ${shortened(error.message)}`],
  404: ['not_found', nothingAt],
  408: ['request.timeout', 'The body did not arrive in time. Send it again.'],
  413: ['request.too_large', 'The body is larger than this address accepts. Send less at once.'],
  // A part of the address is longer than any name that there is.
  414: ['not_found', nothingAt],
  415: [
    'request.unsupported',
    (request) =>
      `${shortened(request.headers['content-type'] ?? 'This content')} is not accepted here. Send application/json.`,
  ],
};
