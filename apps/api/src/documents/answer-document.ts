import { negotiate } from '@fastify/accept-negotiator';
import type { Exchange } from '../http/endpoint.ts';
import type { Document, Encoding } from './document.ts';

/** What an answer tells caches on its way. */
export interface Caching {
  cacheControl: string;
  /** Request headers besides Accept-Encoding that the bytes depend on. */
  vary?: string;
}

const compressed: Encoding[] = ['br', 'gzip'];

/** Answers with a document, in the encoding that the reader likes best, or with 304 when they have it already. */
export function answerDocument(document: Document, { request, reply }: Exchange, caching: Caching): void {
  const encoding = chosenEncoding(document, request.headers['accept-encoding']);
  reply
    .header('vary', caching.vary ? `Accept-Encoding, ${caching.vary}` : 'Accept-Encoding')
    .header('cache-control', caching.cacheControl)
    .header('etag', encoding === 'identity' ? `"${document.hash}"` : `"${document.hash}-${encoding}"`);
  if (isHeld(document, request.headers['if-none-match'])) {
    reply.code(304).send();
    return;
  }
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  reply.type(document.type).send(document.bodies[encoding]);
}

function chosenEncoding({ bodies }: Document, accepted: string | string[] | undefined): Encoding {
  if (!bodies.br || typeof accepted !== 'string') return 'identity';
  return negotiate(accepted, compressed) ?? 'identity';
}

/**
 * Whether a reader's If-None-Match names a document. The tags of all encodings hold the same hash: whoever has the
 * content in one encoding has it.
 */
function isHeld({ hash }: Document, known: string | undefined): boolean {
  return known !== undefined && (known === '*' || known.includes(hash));
}
