import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where a thread's built script lies: beside the built server, which a server run from its source uses as well. */
export function threadScript(name: string): string {
  const beside = path.join(import.meta.dirname, `${name}.js`);
  return existsSync(beside) ? beside : path.join(import.meta.dirname, '../../dist/server', `${name}.js`);
}
