import { type Family } from './fonts.ts';

/** A stretch of text that one font draws. */
export interface ScriptRun {
  family: Family;
  text: string;
}

const hangul = /\p{Script_Extensions=Hangul}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const han = /\p{Script=Han}/u;
const wide = /[\u2e80-\u2fdf\u3000-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u;
const joined = /[\p{M}\u200c\u200d]/u;

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

/** Whether the fonts at hand draw every letter of a text. */
export const isDrawable = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]*$/u.test(
    text,
  ) && !/\p{Extended_Pictographic}/u.test(text.replace(/[\d#*©®™]/g, ''));

function ideographFamily(text: string, language: string | null): Family {
  if (language?.startsWith('ja') || kana.test(text)) return 'japanese';
  return language?.startsWith('ko') || hangul.test(text) ? 'korean' : 'japanese';
}

function familyOf(character: string, ideographs: Family): Family {
  if (/\p{Script=Devanagari}/u.test(character)) return 'devanagari';
  if (/\p{Script=Hangul}/u.test(character)) return 'korean';
  if (kana.test(character)) return 'japanese';
  return han.test(character) || wide.test(character) ? ideographs : 'latin';
}
