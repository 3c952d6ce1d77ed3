import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { env } from 'node:process';

const folder = env['FORUM_DATA'] ?? resolve(import.meta.dirname, '../../../../../shared/data');

/** Where a real file lies, if it is there. */
export const realPath = (path: string): string => resolve(folder, path);

/** Whether a real file, which is never part of the repository, lies in the folder named by FORUM_DATA. */
export const isPresent = (path: string): boolean => existsSync(realPath(path));

/** The bytes of a real file. */
export function realFile(path: string): Uint8Array {
  return readFileSync(realPath(path));
}
