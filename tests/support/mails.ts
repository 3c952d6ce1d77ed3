import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunningForum } from './running-forum.ts';

/** The mails to an address, newest first, as they lie under the data folder. */
export function mailsTo({ dataDir }: RunningForum, to: string): string[] {
  const folder = path.join(dataDir, 'mail');
  if (!existsSync(folder)) return [];
  const mails = readdirSync(folder).sort().reverse();
  return mails
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .filter((mail) => mail.includes(`To: ${to}`));
}

/** The newest mail to an address; empty when there is none. */
export const newestMail = (forum: RunningForum, to: string): string => mailsTo(forum, to)[0] ?? '';

/** A code by itself, and no part of the ids that a mail holds. */
const code = /(?<![\w-])[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])/;

/** The code that a mail holds, if any. */
export const codeIn = (mail: string): string | undefined => code.exec(mail)?.[0];

/** The code of the newest mail to an address that has one; empty when there is none. */
export function newestCode(forum: RunningForum, to: string): string {
  const codes = mailsTo(forum, to).map(codeIn);
  return codes.find((found) => found !== undefined) ?? '';
}

/** A mail as its reader reads it: its lines are folded for their way (RFC 2045, quoted-printable). */
export function readable(mail: string): string {
  const bytes = mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\s+/g, ' ');
}
