import { parse } from 'tldts';
import { visibleLine } from '../text/visible-text.ts';

/** Mail addresses, links with a scheme, and hosts in numbers. */
const address = /[\p{L}\p{N}+.-]+:\/\/\S*|\S*[@＠]\S*|\d{1,3}(?:\.\d{1,3}){3}\S*/gu;
/** What may be the name of a host, with its path; of Latin letters it ends where they do. */
const host =
  /(?:[\p{L}\p{N}-]+[.。．｡])+(?:[a-z]{2,}(?![a-z\d])|[\p{L}\p{N}][\p{L}\p{N}-]+)(?:[/:?#]\S*)?/giu;
/** What mail programs make a telephone link of. */
const telephone = /\+?\d(?:[\s().-]*\d){6,}/g;
const longest = 80;

/** Whether it begins with a host of the internet, or is one: "Ph.D" and "J.P.Morgan" do not. */
function isHost(found: string): boolean {
  if (found.includes('/')) return true;
  const labels = found.split(/[.。．｡]/);
  return labels.some((_, n) => n > 0 && parse(labels.slice(0, n + 1).join('.')).isIcann === true);
}

/**
 * A name as it may stand in a mail from the forum's own address: addresses, links and telephone numbers are taken out,
 * because a name is free text of whoever wrote it, and mail programs make links of them. It has at most 80 characters.
 * Empty when nothing of the name is left. Doing it twice changes nothing.
 *
 * @example nameInMail('Sign in at https://evil.example or evil.com, Kim') // 'Sign in at or , Kim'
 * @example nameInMail('J.R.R. Tolkien') // 'J.R.R. Tolkien'
 */
export function nameInMail(name: string): string {
  let text = name;
  for (let before: string | null = null; before !== text;) {
    before = text;
    const without = text
      .replace(address, ' ')
      .replace(host, (found) => (isHost(found) ? ' ' : found))
      .replace(telephone, ' ');
    text = [...visibleLine(without)].slice(0, longest).join('').trim();
  }
  return text;
}
