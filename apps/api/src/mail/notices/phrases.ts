import { nameInMail } from '@forum/domain/mail/name-in-mail';
import type { z } from 'zod';
import { type Language, type SenderInWords, venueOf } from '../letters/sender.ts';
import { spanInMail } from '../times-in-mail.ts';
import type { interpreter, Reading, someone, table } from './notice-kind.ts';

/** A name as it may stand in a letter; a dash where nothing but an address stood in it. */
export const nameOf = (name: string): string => nameInMail(name) || '–';

/** Somebody as a letter names them. */
export const named = ({ name, office }: z.infer<typeof someone>): string =>
  [nameOf(name), nameInMail(office)].filter(Boolean).join(', ');

/** A stretch of time by the venue's clock, with its end and zone, and by the reader's beside it. */
export const spanFor = (
  { start, end }: { start: string; end: string },
  { sender, zone, language }: Reading,
): string => spanInMail(start, [end], venueOf(sender), { language, zone });

/** A table as people look for it. */
export const tableLabel = (label: string, language: Language): string =>
  language === 'ko' ? `테이블 ${label}` : `Table ${label}`;

/** Where to go: hall and table, then the venue. */
export function placeLines(at: z.infer<typeof table>, sender: SenderInWords, language: Language): string[] {
  if (!at) return [];
  return [
    `${at.hall}, ${tableLabel(at.label, language)}`,
    [sender.venue, sender.address].filter(Boolean).join(', '),
  ].filter(Boolean);
}

/** Who interprets and in which languages, in the reader's words; empty for nobody. */
export function interpreterLine(given: z.infer<typeof interpreter>, language: Language): string {
  if (!given) return '';
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const known = given.languages.map((tag) => names.of(tag) ?? tag).join(', ');
  return `${nameOf(given.name)} (${known})`;
}
