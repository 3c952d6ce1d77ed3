/** The lists that capabilities are taken from. Codes of different lists never look alike. */
export const schemes = ['forum', 'military-list', 'dual-use', 'edf', 'diana', 'nato-edt'] as const;

/** A list that capabilities are taken from. */
export type Scheme = (typeof schemes)[number];

/** Something that a firm can offer or need: an entry of one of the lists. */
export interface Capability {
  /** Unique over all lists: `munitions.propellants`, `ML3`, `DU6`, `EDF3`, `DIANA7`, `EDT1`. */
  readonly code: string;
  readonly scheme: Scheme;
  readonly title: { readonly en: string; readonly ko: string };
  /** The code it is a part of; null at the top of a list. */
  readonly parent: string | null;
  /** Other words for it: people search for them, and exhibitor lists use them. */
  readonly synonyms: readonly string[];
  /** Codes of other lists that mean much the same. The relation holds both ways, written once. */
  readonly related: readonly string[];
  /** Whether the entry was read in its source; false for what is recalled. */
  readonly verified: boolean;
}

/** A short row of a table of capabilities: code, English, Korean, and where needed synonyms and related codes. */
export type Row = readonly [
  code: string,
  en: string,
  ko: string,
  synonyms?: readonly string[],
  related?: readonly string[],
];

/** The capabilities of a table. The part of a code before its last dot is its parent. */
export function capabilitiesOf(scheme: Scheme, rows: readonly Row[]): Capability[] {
  return rows.map(([code, en, ko, synonyms = [], related = []]) => ({
    code,
    scheme,
    title: { en, ko },
    parent: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
    synonyms,
    related,
    verified: true,
  }));
}
