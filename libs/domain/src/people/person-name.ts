import { fold } from '../text/fold.ts';

/**
 * The name of a person. Given and family name stand on their own because cultures order them differently, never as
 * "first" and "last"; either may be missing (mononyms), and the native script keeps its own order.
 */
export interface PersonName {
  readonly given: string | null;
  readonly family: string | null;
  /** The whole name in the person's own script and order, such as 김민준 or 山田 太郎. */
  readonly nativeScript: string | null;
  /** BCP 47 language of the native script, so that Han characters get the right glyphs. */
  readonly nativeLanguage: string | null;
  /** The name as it stands on the badge and on every screen. */
  readonly display: string;
  /** What lists are sorted by; see {@link sortKeyOf}. */
  readonly sortKey: string;
  /** Such as H.E., Dr or Gen. */
  readonly honorific: string | null;
}

/** The parts of a name that its display form is made of. */
export type NameParts = Pick<PersonName, 'given' | 'family' | 'nativeScript' | 'nativeLanguage'>;

/** Languages whose speakers put the family name first, in Latin script too (Unicode TR35 part 8, `surnameFirst`). */
const familyFirst = new Set(['ko', 'ja', 'zh', 'yue', 'vi', 'hu', 'km', 'mn']);

/**
 * The display name proposed from the parts of a name, in the order of the person's own language: `Kim Minjun` (ko),
 * `Maria Dupont` (fr), a mononym alone. Falls back to the native script; empty only when all parts are.
 */
export function displayNameOf(parts: NameParts): string {
  const language = (parts.nativeLanguage ?? '').toLowerCase().split('-')[0] ?? '';
  const inOrder = familyFirst.has(language) ? [parts.family, parts.given] : [parts.given, parts.family];
  return joined(inOrder, ' ') || tidy(parts.nativeScript);
}

/** The key that lists are sorted by: family name, then given name, folded: `dupont, maria`; a mononym stands alone. */
export function sortKeyOf(parts: NameParts): string {
  return fold(joined([parts.family, parts.given], ', ') || tidy(parts.nativeScript));
}

const tidy = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

const joined = (texts: readonly (string | null)[], between: string) =>
  texts
    .map(tidy)
    .filter((text) => text !== '')
    .join(between);
