import { letterAsHtml } from '../letters/letter-html.ts';
import { letterAsText } from '../letters/letter-text.ts';
import { inWords, languageFor, type Sender, senderName } from '../letters/sender.ts';
import { kindNamed, type KindWithFacts } from './kinds.ts';

/** Who reads, in which language and where. */
export interface NoticeReader {
  language: string;
  zone: string | null;
}

/** A notice as it goes out by mail. */
export interface RenderedNotice {
  from: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * A notice as a mail, in the reader's language and the edition's look. A function of its arguments alone.
 *
 * @throws ZodError for facts that are not those of the kind
 */
export function renderNotice(
  { kind, facts }: KindWithFacts,
  reader: NoticeReader,
  { sender, baseUrl }: { sender: Sender | null; baseUrl: string },
): RenderedNotice {
  const language = languageFor(reader.language);
  const words = inWords(sender, language);
  const { facts: schema, write } = kindNamed(kind);
  const letter = write[language](schema.parse(facts), { language, sender: words, zone: reader.zone });
  const frame = { sender: words, language, baseUrl };
  return {
    from: senderName(words),
    subject: letter.subject,
    text: letterAsText(letter, frame),
    html: letterAsHtml(letter, frame),
  };
}
