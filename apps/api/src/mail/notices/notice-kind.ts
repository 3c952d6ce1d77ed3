import { z } from 'zod';
import type { Letter } from '../letters/letter.ts';
import type { Language, SenderInWords } from '../letters/sender.ts';

/** Who reads a notice: in which words, for which edition, by which clock. */
export interface Reading {
  language: Language;
  sender: SenderInWords;
  /** Where the reader is; null when it is not known. */
  zone: string | null;
}

/**
 * A kind of notice: its facts, and what it says of them. What it says is a function of the facts alone,
 * so that a mail, an outbox and a feed say the same, and a sentence stands only where the facts make it true.
 */
export interface NoticeKind<Facts> {
  facts: z.ZodType<Facts>;
  write: Record<Language, (facts: Facts, reading: Reading) => Letter>;
  /** Whether it holds a secret, so that it is mailed and never kept as a notice. */
  isMailOnly?: true;
}

/** Gives a kind the type of its facts. */
export const noticeKind = <Facts>(kind: NoticeKind<Facts>): NoticeKind<Facts> => kind;

/** A stretch of time. */
export const span = z.strictObject({ start: z.string(), end: z.string() });

/** Somebody by name and office, as the edition vetted them. */
export const someone = z.strictObject({ name: z.string(), office: z.string() });

/** Who interprets; language tags. */
export const interpreter = z.strictObject({ name: z.string(), languages: z.array(z.string()) }).nullable();

/** What a meeting is about; the Korean title is absent from notices that are older than it. */
export const aboutTopic = { topic: z.string(), topicKo: z.string().nullish() };

/** Where a meeting takes place. */
export const table = z.strictObject({ hall: z.string(), label: z.string() }).nullable();
