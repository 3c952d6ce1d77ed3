import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { keptIn } from './database/durable-file.ts';

/** Where a data folder keeps the secret that was made for it. */
export const secretFile = (dataDir: string) => path.join(dataDir, 'secret');

/** The secret that keys the journal's hashes: made once and kept under the data folder. */
export const keptSecret = (dataDir: string): Promise<string> =>
  keptIn(secretFile(dataDir), () => randomBytes(32).toString('hex'));
