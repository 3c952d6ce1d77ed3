/** What a text was recognised as; the names are those that people find in the dialog of a spreadsheet. */
export type TextEncoding =
  | 'UTF-8'
  | 'UTF-16'
  | 'EUC-KR (CP949)'
  | 'Shift JIS'
  | 'Windows-1250'
  | 'Windows-1251'
  | 'Windows-1252'
  | 'Windows-1253'
  | 'Windows-1254';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/** A character that is not ASCII, with its neighbours; empty at either end. */
type InText = (char: string, before: string, after: string) => boolean;

interface Guess {
  encoding: TextEncoding;
  label: string;
  /** Whether a character is one that text of this encoding really has at such a place. */
  isUsual: InText;
}

/** How much of a file is looked at to recognise its encoding, in characters. */
const looked = 200_000;
/** The share of usual characters below which no encoding counts as recognised. */
const leastUsual = 0.8;

/**
 * The text of a file in UTF-8, in UTF-16 with its byte order mark, or in one of the encodings that spreadsheets write in
 * Europe, Korea and Japan; null where none is recognised. Encodings are told apart by how usual their characters are:
 * common syllables of Korean, kana and common kanji, letters between letters of the same script. Where two fit alike the
 * first counts, so the languages of Central Europe need a letter that Western ones lack.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = utf16Of(bytes);
  if (marked) return decoded(bytes, marked, 'UTF-16');
  const utf8 = decoded(bytes, 'utf-8', 'UTF-8');
  if (utf8) return utf8;
  const fits = guesses().flatMap(({ encoding, label, isUsual }) => {
    const read = decoded(bytes, label, encoding);
    return read ? [{ read, usual: usualShare(read.text.slice(0, looked), isUsual) }] : [];
  });
  const best = fits.reduce<(typeof fits)[number] | null>(
    (most, one) => (one.usual > (most?.usual ?? 0) ? one : most),
    null,
  );
  return best && best.usual >= leastUsual ? best.read : null;
}

function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function decoded(bytes: Uint8Array, label: string, encoding: TextEncoding): DecodedText | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return { text: label === 'windows-1252' ? withSigns(text) : text, encoding };
  } catch {
    return null;
  }
}

/** The signs of Windows-1252 at 80 to 9F, which Node 20 to 24 decode as ISO 8859-1 (nodejs/node 56542). */
const signsOf1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const withSigns = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (char) => signsOf1252[char.charCodeAt(0) - 0x80] ?? char);

function usualShare(text: string, isUsual: InText): number {
  const characters = [...text];
  let all = 0;
  let usual = 0;
  characters.forEach((char, at) => {
    if (char <= '\u007f') return;
    all++;
    if (isUsual(char, characters[at - 1] ?? '', characters[at + 1] ?? '')) usual++;
  });
  return all === 0 ? 0 : usual / all;
}

let known: Guess[] | undefined;

function guesses(): Guess[] {
  known ??= [
    { encoding: 'EUC-KR (CP949)', label: 'euc-kr', isUsual: among(commonKorean()) },
    { encoding: 'Shift JIS', label: 'shift_jis', isUsual: among(commonJapanese()) },
    { encoding: 'Windows-1252', label: 'windows-1252', isUsual: latin(/[ÐÝÞðýþ]/) },
    { encoding: 'Windows-1254', label: 'windows-1254', isUsual: latin(/[ÿ]/) },
    { encoding: 'Windows-1250', label: 'windows-1250', isUsual: latin(/[˙]/) },
    { encoding: 'Windows-1251', label: 'windows-1251', isUsual: script(/\p{Script=Cyrillic}/u) },
    { encoding: 'Windows-1253', label: 'windows-1253', isUsual: script(/\p{Script=Greek}/u) },
  ];
  return known;
}

/** Typography that names and titles have in every language. */
const signs = /[–—‘’“”„…•·°§«»®™©ªº€\u00a0]/;

const among =
  (usual: ReadonlySet<string>): InText =>
  (char) =>
    usual.has(char);

/** A Latin letter that stands beside one of ASCII, as nearly all do; `rare` are those of other languages. */
const latin =
  (rare: RegExp): InText =>
  (char, before, after) =>
    signs.test(char) || (/\p{Script=Latin}/u.test(char) && !rare.test(char) && /[a-z]/i.test(before + after));

/** A letter of a script that stands beside none of another, and is no capital within a word. */
const script =
  (own: RegExp): InText =>
  (char, before, after) =>
    signs.test(char) ||
    (own.test(char) && !/[a-z]/i.test(before + after) && !(/\p{Lu}/u.test(char) && /\p{Ll}/u.test(before)));

/** The 2,350 syllables of KS X 1001, which are nearly all that is written, and its punctuation. */
function commonKorean(): Set<string> {
  const syllables = charactersOf('euc-kr', [0xb0, 0xc8], [0xa1, 0xfe]);
  return new Set([...syllables, ...charactersOf('euc-kr', [0xa1, 0xa3], [0xa1, 0xfe]), '㈜']);
}

/** Kana, the kanji of the first level, full-width forms and punctuation. */
function commonJapanese(): Set<string> {
  return new Set([...charactersOf('shift_jis', [0x81, 0x83], [0x40, 0xfc]), ...firstLevelKanji(), '㈱']);
}

const firstLevelKanji = () => charactersOf('shift_jis', [0x88, 0x97], [0x40, 0xfc]);

type Bytes = readonly [first: number, last: number];

/** Every character that two bytes of these ranges stand for. */
function charactersOf(label: string, [leadFirst, leadLast]: Bytes, [first, last]: Bytes): string[] {
  const decoder = new TextDecoder(label);
  const found: string[] = [];
  for (let lead = leadFirst; lead <= leadLast; lead++)
    for (let trail = first; trail <= last; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd') found.push(char);
    }
  return found;
}
