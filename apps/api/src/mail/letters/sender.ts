import { editionName } from '@forum/domain/editions/edition-name';
import type { Venue } from '../times-in-mail.ts';

/** The language that a letter is written in. */
export type Language = 'en' | 'ko';

/** The language in which somebody is written to; English where theirs is not spoken. */
export const languageFor = (tag: string): Language => (tag.startsWith('ko') ? 'ko' : 'en');

/** The edition for which a letter is written. */
export interface Sender {
  slug: string;
  title: string;
  year: number;
  /** The capital, in English and in other languages. */
  city: string;
  cities: Readonly<Record<string, string>>;
  venue: string;
  address: string;
  zone: string;
  accent: string;
  /** How the host is reached; null where they have not said it. */
  contactMail: string | null;
  contactPhone: string | null;
}

/** An edition as one reader reads of it. */
export interface SenderInWords extends Sender {
  /** `Seoul 2026`. */
  short: string;
  /** The forum's name beside it; may be empty. */
  forum: string;
  /** The capital in the reader's language. */
  cityName: string;
}

/** What a letter is written as before the first edition is announced. */
const forumItself: SenderInWords = {
  slug: '',
  title: '',
  year: 0,
  city: '',
  cities: {},
  venue: '',
  address: '',
  zone: 'UTC',
  accent: 'slate',
  contactMail: null,
  contactPhone: null,
  short: 'Forum',
  forum: '',
  cityName: '',
};

/** The sender in the words of a language. */
export function inWords(sender: Sender | null, language: Language): SenderInWords {
  if (!sender) return { ...forumItself, short: language === 'ko' ? '포럼' : 'Forum' };
  const cityName = sender.cities[language] ?? sender.city;
  const names = Object.values(sender.cities);
  const { short, forum } = editionName({
    title: sender.title,
    city: cityName,
    otherCities: [sender.city, ...names],
    year: sender.year,
  });
  return { ...sender, short, forum, cityName };
}

export const venueOf = ({ cityName, zone }: SenderInWords): Venue => ({ city: cityName, zone });

/** Where the host's mails come from, as the reader's list of mails shows it. */
export const senderName = ({ short, forum }: SenderInWords): string =>
  [short, forum].filter(Boolean).join(' · ');

/** How the host is reached, as the end of a sentence; null where they have not said how. */
export function waysToHost({ contactMail, contactPhone }: SenderInWords, language: Language): string | null {
  const ways =
    language === 'ko'
      ? [contactMail && `메일 ${contactMail}`, contactPhone && `전화 ${contactPhone}`]
      : [contactMail && `write to ${contactMail}`, contactPhone && `call ${contactPhone}`];
  const known = ways.filter(Boolean);
  return known.length === 0 ? null : known.join(language === 'ko' ? ', ' : ' or ');
}
