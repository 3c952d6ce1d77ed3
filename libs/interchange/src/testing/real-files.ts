import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { env } from 'node:process';

const folder = env['FORUM_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data');

/** Whether a real file, which is never part of the repository, lies in the folder named by FORUM_DATA. */
export function isPresent(path: string): boolean {
  return existsSync(resolve(folder, path));
}

/** The bytes of a real file. */
export function realFile(path: string): Uint8Array {
  return readFileSync(resolve(folder, path));
}
