import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Problem } from '@forum/contract/problem';
import { DomainError, type ErrorCode } from '@forum/domain/errors';
import { problemOf } from '@forum/domain/errors-status';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ForumRequest } from './endpoint.ts';

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
  const { status, title } = problemOf[refusal.code];
  if (status >= 500) request.log.error({ err: thrown, code: refusal.code }, 'request failed');
  const { fields, ...details } = refusal.details as Record<string, unknown> & Pick<Problem, 'fields'>;
  const body: Problem = {
    type: `https://forum.invalid/problems/${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.message,
    requestId: String(request.id),
    ...(fields ? { fields } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
  if (typeof details['retryAfter'] === 'number') reply.header('retry-after', details['retryAfter']);
  reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(body));
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

const refusalOfStatus: Record<number, readonly [ErrorCode, Explanation]> = {
  400: ['request.invalid', (_, error) => `The request cannot be read: ${error.message}`],
  404: ['not_found', (request) => `There is nothing at ${request.method} ${request.url.split('?')[0]}.`],
  413: ['request.too_large', 'The body is larger than this address accepts. Send less at once.'],
  415: [
    'request.unsupported',
    (request) =>
      `${request.headers['content-type'] ?? 'This content'} is not accepted here. Send application/json.`,
  ],
};
