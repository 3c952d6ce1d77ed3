/**
 * The language that a script belongs to beyond doubt, for `lang`: it decides which glyphs are drawn, where lines break
 * and how a text is spoken. Han characters alone belong to several languages and tell nothing.
 *
 * @example languageOfScript('김민지') // 'ko'
 */
export function languageOfScript(text: string): string | undefined {
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Devanagari}/u.test(text)) return 'hi';
  return undefined;
}
