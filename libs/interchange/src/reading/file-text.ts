import { decodeText, type DecodedText } from './decode-text.ts';
import { unreadable } from './unreadable.ts';

/** The most bytes a file may have where the caller says nothing else: 20 MB. */
export const FILE_LIMIT = 20 * 1024 * 1024;

/**
 * The text of an uploaded file without its byte order mark.
 * Refuses with `import.unreadable` a file above the limit (in bytes) and one that is not UTF-8; it does not guess
 * encodings, since a wrong guess shows as broken names only after the import.
 */
export function fileText(content: Uint8Array | string, limit: number = FILE_LIMIT): string {
  refuseLarge(typeof content === 'string' ? content.length : content.byteLength, limit);
  if (typeof content === 'string') return content.replace(/^\uFEFF/, '');
  if (startsWithUtf16Mark(content)) throw wrongEncoding('UTF-16');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw wrongEncoding('not UTF-8');
  }
}

/**
 * The text of an uploaded list, in UTF-8 or in an encoding that a spreadsheet wrote, and which one that was.
 * Refuses with `import.unreadable` a file above the limit (in bytes) and one whose encoding is not recognised.
 */
export function listText(content: Uint8Array | string, limit: number = FILE_LIMIT): DecodedText {
  if (typeof content === 'string') return { text: fileText(content, limit), encoding: 'UTF-8' };
  refuseLarge(content.byteLength, limit);
  const decoded = decodeText(content);
  if (decoded) return decoded;
  throw unreadable(
    'encoding',
    'unknown',
    'The encoding of the file is not recognised. Save it as “CSV UTF-8” or as an Excel workbook and send it again.',
  );
}

/** The refusal of a file in another encoding than UTF-8, which is named as far as it is known. */
export function wrongEncoding(encoding: string) {
  return unreadable(
    'encoding',
    encoding,
    `The file is in the encoding “${encoding}”. Save it as UTF-8 and send it again.`,
  );
}

function refuseLarge(size: number, limit: number): void {
  if (size <= limit) return;
  throw unreadable(
    'too_large',
    size,
    `The file has ${size} bytes; at most ${limit} are read. Send a smaller file or split it.`,
  );
}

function startsWithUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
