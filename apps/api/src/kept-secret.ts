import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a data folder keeps the secret that was made for it. */
export const secretFile = (dataDir: string) => path.join(dataDir, 'secret');

/** The secret that keys the journal's hashes: made once and kept under the data folder. */
export async function keptSecret(dataDir: string): Promise<string> {
  const file = secretFile(dataDir);
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept) return kept;
  const secret = randomBytes(32).toString('hex');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}
