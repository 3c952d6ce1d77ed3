import { SaxesParser } from 'saxes';
import { wrongEncoding } from './file-text.ts';
import { unreadable } from './unreadable.ts';

/** What a reader of XML is told, in document order. */
export interface XmlEvents {
  opened(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  closed(name: string): void;
}

const DEEPEST = 64;
const CHUNK = 64 * 1024;

/**
 * Reads XML as a stream of events. Refuses with `import.unreadable`: a document type (the way to entity
 * expansion and to external files), an encoding other than UTF-8, more than 64 levels, and whatever is not
 * well-formed, with line and column.
 */
export function readXml(content: string, events: XmlEvents): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw wrongEncoding(encoding);
  });
  parser.on('doctype', (doctype) => {
    throw unreadable(
      'doctype',
      doctype.trim().slice(0, 100),
      'The XML declares a document type, which may hide entities. Remove the <!DOCTYPE …> and send it again.',
    );
  });
  parser.on('error', (error) => {
    throw unreadable(
      'malformed',
      error.message,
      `The XML is not well-formed: ${error.message}. Export it again.`,
    );
  });
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) {
      throw unreadable(
        'too_deep',
        depth,
        `The XML is nested more than ${DEEPEST} levels deep; no schedule is.`,
      );
    }
    events.opened(tag.name, tag.attributes);
  });
  parser.on('text', (text) => events.text(text));
  parser.on('cdata', (text) => events.text(text));
  parser.on('closetag', (tag) => {
    depth--;
    events.closed(tag.name);
  });
  const document = content.trimStart();
  for (let at = 0; at < document.length; at += CHUNK) parser.write(document.slice(at, at + CHUNK));
  parser.close();
}
