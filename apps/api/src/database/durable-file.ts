import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';

/**
 * What a file keeps, for us alone; made where it keeps nothing yet. The file is there as a whole or not at all, at
 * whatever moment the machine stops.
 */
export async function keptIn(file: string, make: () => string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept) return kept;
  const content = make();
  await writeWhole(file, content);
  return content;
}

/** Writes a file that only we may read, beside and then in its place. */
export async function writeWhole(file: string, content: string): Promise<void> {
  const beside = `${file}.${randomBytes(4).toString('hex')}.new`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
  await settle(path.dirname(file));
}

/** Puts on disk which files a folder holds; where a system cannot, it does so by itself. */
export async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
