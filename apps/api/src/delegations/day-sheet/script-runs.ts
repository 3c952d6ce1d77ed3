import type { Family } from './fonts.ts';

/** A stretch of text that one font draws. */
export interface ScriptRun {
  family: Family;
  text: string;
}

const hangul = /\p{Script_Extensions=Hangul}/u;
/** The marks of length, of words and of names that kana share are of both scripts, so of neither. */
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}゠・ーｰ]/u;
const han = /\p{Script=Han}/u;
const wide = /[\u2e80-\u2fdf\u3000-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;
const joined = /[\p{M}\u200c\u200d]/u;

const ownFamilies: readonly (readonly [Family, RegExp])[] = [
  ['devanagari', /\p{Script=Devanagari}/u],
  ['korean', /\p{Script=Hangul}/u],
  ['arabic', /[\p{Script=Arabic}،؛؟ـ٠-٩]/u],
  ['hebrew', /\p{Script=Hebrew}/u],
  ['thai', /[\p{Script=Thai}฿]/u],
];

/**
 * The runs of a text by script. Han characters look different in Korea and Japan, so the language decides, else the
 * company they are in.
 */
export function scriptRuns(text: string, language: string | null): ScriptRun[] {
  const ideographs = ideographFamily(text, language);
  const runs: ScriptRun[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const family = last && joined.test(character) ? last.family : familyOf(character, ideographs);
    if (last?.family === family) last.text += character;
    else runs.push({ family, text: character });
  }
  return runs;
}

const drawn =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Common}\p{Script=Inherited}]$/u;
/** Flags, keycaps, families: what is one picture on a screen is one picture here. */
const picture =
  /(?:\p{Regional_Indicator}{2}|(?![\d#*©®™])\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}\u200d\p{Extended_Pictographic}\u{e0020}-\u{e007f}]*)+/gu;

/** Whether the fonts at hand draw every letter of a text. */
export const isDrawable = (text: string): boolean =>
  [...text].every((character) => drawn.test(character)) && text.search(picture) === -1;

/** Stands for what is left out. */
export const leftOut = '[…]';

/** A text as the fonts at hand can draw it: a picture becomes a word, and of another script it is said that some is left out. */
export function drawable(text: string): string {
  return text
    .replace(picture, '[emoji]')
    .replace(/[\p{Co}\p{Cn}\p{Cs}\ufffc\ufffd]/gu, '')
    .split(/(\s+)/)
    .map((word) => (isDrawable(word) ? word : leftOut))
    .join('');
}

function ideographFamily(text: string, language: string | null): Family {
  if (language?.startsWith('ja') || kana.test(text)) return 'japanese';
  return language?.startsWith('ko') || hangul.test(text) ? 'korean' : 'japanese';
}

function familyOf(character: string, ideographs: Family): Family {
  const own = ownFamilies.find(([, script]) => script.test(character));
  if (own) return own[0];
  if (kana.test(character)) return 'japanese';
  return han.test(character) || wide.test(character) ? ideographs : 'latin';
}
