import { DomainError } from '@forum/domain/errors';
import { problemOf } from '@forum/domain/errors-status';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { methodRefusal } from './allowed-methods.ts';
import type { TakeTurn } from './nowhere.ts';
import { nothingAt, problemDocument, sendProblem } from './problem.filter.ts';
import { dataHeaders } from './security-headers.ts';
import type { Warn } from './warn-sparingly.ts';

/** Answers what the router itself refuses, for which no hook runs. */
export const refuseUnrouted = (baseUrl: string, warn: Warn, takeTurn: TakeTurn) => {
  const headers = dataHeaders(baseUrl);
  return async (thrown: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await takeTurn();
    reply.headers(headers).header('x-request-id', request.id);
    sendProblem(thrown, request, reply);
    const { statusCode } = reply;
    warn({ requestId: request.id, method: request.method, status: statusCode }, 'refused');
  };
};

/** What the parser of Node.js says, and what it read last. */
type Unreadable = NodeJS.ErrnoException & { rawPacket?: unknown };

/** Answers what Node.js cannot read as HTTP, and closes the connection, of which nothing more can be understood. */
export const refuseUnreadable =
  (warn: Warn) =>
  (error: Unreadable, socket: Socket & { _httpMessage?: { headersSent: boolean } }): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    // A second answer in the middle of one would be read as a part of it.
    if (socket.writable && !socket._httpMessage?.headersSent) answerBare(socket, refusalOf(error), warn);
    socket.destroySoon();
  };

/** Refuses every WebSocket that is asked for elsewhere than at `path`, where there is one. */
export function refuseOtherUpgrades(server: Server, path: string, warn: Warn): void {
  server.on('upgrade', ({ method = 'GET', url = '' }, socket: Socket) => {
    if (url.startsWith(path)) return;
    socket.on('error', () => undefined);
    answerBare(socket, new DomainError('not_found', {}, nothingAt({ method, url })), warn);
    socket.destroySoon();
  });
}

function refusalOf({ code, rawPacket }: Unreadable): DomainError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return new DomainError(
        'request.headers_too_large',
        {},
        'The address and the headers together are larger than 16 KiB. Send less; clear the cookies of this site if a browser sent this.',
      );
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new DomainError('request.timeout', {}, 'The request did not arrive in time. Send it again.');
    case 'HPE_INVALID_METHOD':
      if (/^[A-Z-]+ \S+ HTTP\/1\.[01]\r/.test(String(rawPacket).slice(0, 300)))
        return methodRefusal(null, []);
      return notHttp();
    default:
      return notHttp();
  }
}

const notHttp = () => new DomainError('request.invalid', {}, 'This is not HTTP/1.1 as it can be read here.');

function answerBare(socket: Socket, refusal: DomainError, warn: Warn): void {
  const requestId = randomUUID();
  const { status } = problemOf[refusal.code];
  const body = JSON.stringify(problemDocument(refusal, requestId));
  const { allow } = refusal.details;
  const headers = {
    // Whether it came by TLS cannot be known where nothing was read.
    ...dataHeaders(''),
    ...(Array.isArray(allow) ? { allow: allow.join(', ') } : {}),
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': requestId,
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
  warn({ requestId, status, code: refusal.code }, 'refused');
}
