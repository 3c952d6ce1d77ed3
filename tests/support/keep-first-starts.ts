import { rmSync } from 'node:fs';
import { temporaryFolder } from './prepared-folder.ts';

/** Playwright's global set-up: where first starts are kept for the run; returns what removes them. */
export default function keepFirstStarts(): () => void {
  const folder = temporaryFolder();
  process.env['FORUM_PREPARED'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
