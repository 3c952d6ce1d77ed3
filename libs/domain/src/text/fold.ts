/**
 * Folds a text for searching, so that what people type finds what was written: compatibility forms and width (NFKC),
 * case, accents, Hiragana and Katakana, Hangul, Devanagari nukta, white space.
 *
 * Hangul becomes the letters typed on a keyboard, final consonants and diphthongs taken apart, so that every moment of
 * typing 김민 (ㄱ, 기, 김, 김ㅁ, 김미, 김민) is a part of it. Vowel signs of Indic scripts stay: they are letters, not
 * accents. The result is for comparing only, never for showing. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return foldCase(text.normalize('NFKD'))
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/[\u1100-\u11ff]/g, (jamo) => keystrokes.get(jamo) ?? jamo)
    .replace(/[\u30a1-\u30f6\u30fd\u30fe]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[æœøłđðþıʼ‘’‐‑‒–—−]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Whether every word of a query occurs somewhere in a folded text, in any order. An empty query matches everything.
 *
 * @param folded a text that {@link fold} has already folded, so that a list is folded once and searched often
 */
export function matchesAll(folded: string, query: string): boolean {
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** Combining accents, nukta, variation selectors, and characters that are not seen. */
const marks =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u093c\u00ad\u034f\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/g;

/** Down, up and down again: ẞ becomes ß, then SS, then ss. The final sigma has a small letter of its own. */
const foldCase = (text: string) => text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');

const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ʼ: "'",
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'.split('');
const vowels = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const finals =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(
    ' ',
  );

/** Conjoining Jamo (Unicode chapter 3.12) in their order, each with the keys that type it on the two-set keyboard. */
const keystrokes: ReadonlyMap<string, string> = new Map([
  ...initials.map((keys, index) => [String.fromCharCode(0x1100 + index), keys] as const),
  ...vowels.map((keys, index) => [String.fromCharCode(0x1161 + index), keys] as const),
  ...finals.map((keys, index) => [String.fromCharCode(0x11a8 + index), keys] as const),
]);
