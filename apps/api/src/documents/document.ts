import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'identity' | 'gzip' | 'br';

/** Bytes that are answered as they are, in each encoding that they were prepared in. */
export interface Document {
  type: string;
  /** Of the bytes before compression; the entity tag. */
  hash: string;
  bodies: { identity: Buffer; gzip?: Buffer; br?: Buffer };
}

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Good for a text that is compressed once per change and sent thousands of times: 11 costs forty times as much. */
const brotliQuality = 5;

/** A document for one reader. */
export function plainDocument(type: string, text: string): Document {
  const identity = Buffer.from(text);
  return { type, hash: createHash('sha256').update(identity).digest('base64url'), bodies: { identity } };
}

/** A document for many readers. */
export async function packedDocument(type: string, text: string): Promise<Document> {
  const plain = plainDocument(type, text);
  const { identity } = plain.bodies;
  const [gzipped, brotli] = await Promise.all([
    toGzip(identity),
    toBrotli(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
  ]);
  return { ...plain, bodies: { identity, gzip: gzipped, br: brotli } };
}
