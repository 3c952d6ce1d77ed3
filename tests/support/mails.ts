import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type RunningForum } from './running-forum.ts';

/** The newest mail to an address, as it lies under the data folder; empty when there is none. */
export function newestMail({ dataDir }: RunningForum, to: string): string {
  const folder = path.join(dataDir, 'mail');
  if (!existsSync(folder)) return '';
  const mails = readdirSync(folder).sort().reverse();
  return (
    mails
      .map((file) => readFileSync(path.join(folder, file), 'utf8'))
      .find((mail) => mail.includes(`To: ${to}`)) ?? ''
  );
}
