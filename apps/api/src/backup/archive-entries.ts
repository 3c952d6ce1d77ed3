import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Header } from 'tar';

const block = 512;
const chunkSize = 256 * 1024;

/** SHA-256 of each file of an archive, by its path there. */
export type Sums = Record<string, string>;

/** The entry of a folder. */
export const folderEntry = (path: string): Buffer => head(`${path}/`, 'Directory', 0);

/** The entry of a file with a content that is known. */
export function textEntry(path: string, text: string, sums: Sums): Buffer {
  const content = Buffer.from(text);
  sums[path] = createHash('sha256').update(content).digest('hex');
  return Buffer.concat([head(path, 'File', content.length), content, padding(content.length)]);
}

/**
 * The entry of a file that others write to meanwhile: as long as it was when it was opened, filled with zeros where it
 * was cut since; nothing when it is gone. What is torn or missing so, PostgreSQL mends from the WAL.
 */
export async function* fileEntry(path: string, source: string, sums: Sums): AsyncGenerator<Buffer> {
  const handle = await open(source).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return;
  try {
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    yield head(path, 'File', size);
    for (let left = size; left > 0;) {
      const chunk = Buffer.alloc(Math.min(left, chunkSize));
      const { bytesRead } = await handle.read(chunk);
      const read = bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
      hash.update(read);
      yield read;
      left -= read.length;
    }
    yield padding(size);
    sums[path] = hash.digest('hex');
  } finally {
    await handle.close();
  }
}

/** What an archive ends with. */
export const archiveEnd = (): Buffer => Buffer.alloc(2 * block);

function head(path: string, type: 'File' | 'Directory', size: number): Buffer {
  const buffer = Buffer.alloc(block);
  const mode = type === 'File' ? 0o600 : 0o700;
  const header = new Header({ path, type, size, mode, mtime: new Date() });
  if (header.encode(buffer)) throw new Error(`${path} is too long for an archive.`);
  return buffer;
}

const padding = (size: number) => Buffer.alloc((block - (size % block)) % block);
