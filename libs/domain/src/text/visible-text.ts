/**
 * One line of text without what cannot be seen: a name, a title, a subject.
 *
 * Line breaks and every other white space become one space; control characters, fillers, marks that turn the direction
 * of the text and tags are lost, and so are combining marks beyond {@link mostMarks} on one letter. Joiners stay where a
 * script or an emoji is written with them, variation selectors where a character has variants (Unicode 16, chapter 23).
 * The answer is empty when nothing is left that can be seen. Doing it twice changes nothing.
 *
 * @example visibleLine('Kim\u202e \u3164Minjun') // 'Kim Minjun'
 */
export function visibleLine(text: string): string {
  const line = boundMarks(text.replace(invisible, ''))
    .replace(inContext, (character, at: number, whole: string) =>
      isNeeded(character, at, whole) ? character : '',
    )
    .replace(blank, ' ')
    .trim();
  return seen.test(line) ? line : '';
}

/**
 * Text of several lines without what deceives: every line break as one line feed; control characters but the tab, marks
 * that turn the direction and tags are lost, and so are combining marks beyond {@link mostMarks} on one letter. Doing it
 * twice changes nothing.
 */
export function visibleProse(text: string): string {
  return boundMarks(text.replace(lineBreak, '\n').replace(deceptive, ''));
}

/** Combining marks on one letter: more than any living script puts there; what is heaped up beyond hides other lines. */
export const mostMarks = 6;

const lineBreak = /\r\n|[\r\u0085\u2028\u2029]/g;

/** Controls, halves of characters, embeddings, overrides and isolates of direction, annotations, tags. */
const deceptive =
  /[^\P{Cc}\t\n]|[\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufff9-\ufffc\u{e0000}-\u{e007f}]/gu;

/** The same, and whatever Unicode lets a font ignore, but joiners and selectors; with the blanks that are called letters or symbols. */
const invisible =
  /(?![\u200c\u200d\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}\ufff9-\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]|[^\P{Cc}\t-\r\u0085]/gu;

/** White space, and the Braille pattern without a dot. */
const blank = /[\s\u0085\u2800]+/gu;

const seen = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What is needed in some places, and hides in all others. */
const inContext = /[\u200c\u200d\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

const joined =
  '(?=[\\p{L}\\p{M}])[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Devanagari}\\p{Script=Bengali}' +
  '\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Myanmar}\\p{Script=Khmer}]';
const pictograph = '\\p{Extended_Pictographic}';

/** Where each is needed: what it is, what stands before it, what stands behind it. */
const needs: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/[\u200c\u200d]/, new RegExp(`${joined}$`, 'u'), new RegExp(`^${joined}`, 'u')],
  // Older Malayalam and Sinhala end words with a joiner behind the sign that takes the vowel away.
  [/\u200d/, /[\u0d4d\u0dca]$/, /^/],
  [
    /\u200d/,
    new RegExp(`(${pictograph}\\ufe0f?|\\p{Emoji_Modifier})$`, 'u'),
    new RegExp(`^${pictograph}`, 'u'),
  ],
  [/[\ufe0e\ufe0f]/, new RegExp(`${pictograph}$`, 'u'), /^/],
  [/\ufe0f/, /[0-9#*]$/, /^\u20e3/],
  // Variants of Han characters, as in Japanese family names, and of Mongolian letters.
  [/[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u, /\p{Script=Han}$/u, /^/],
  [/[\u180b-\u180f]/, /[\u1820-\u18aa]$/, /^/],
];

const widest = 4; // UTF-16 units that a context looks at: a pictograph and its selector

function isNeeded(character: string, at: number, whole: string): boolean {
  const before = whole.slice(Math.max(0, at - widest), at);
  const behind = whole.slice(at + character.length, at + character.length + widest);
  return needs.some(([what, left, right]) => what.test(character) && left.test(before) && right.test(behind));
}

const heap = new RegExp(`[\\p{M}\\u200c\\u200d\\u180e]{${mostMarks + 1},}`, 'gu');

/** Joiners and selectors among the marks are not counted: {@link isNeeded} decides on them. */
function boundMarks(text: string): string {
  return text.replace(heap, (run) => {
    let marks = 0;
    return [...run].filter((each) => isSelector.test(each) || ++marks <= mostMarks).join('');
  });
}

const isSelector = new RegExp(inContext.source, 'u');
