import * as z from 'zod';
import { parseJson } from '../reading/parse-json.ts';
import { refuseTooMany, unreadable } from '../reading/unreadable.ts';
import type { RawFirm } from './imported-firm.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
const texts = z
  .union([z.string().transform((one) => [one]), z.array(z.unknown()).transform(onlyStrings)])
  .catch([]);

const entry = z.object({
  name: text,
  country: z.unknown().optional(),
  address: z.unknown().optional(),
  category: texts,
  categories: texts,
  website: text,
  url: text,
  stand: text,
  booth: text,
});

/**
 * The entries of an exhibitor list in JSON: an array of firms, or an object with one in `exhibitors` or
 * `exhibitor`, as public sources of fairs have it. An entry that is
 * no object is null. Throws `import.unreadable` for anything else.
 */
export function readFirmsJson(content: string): (RawFirm | null)[] {
  const entries = entriesIn(parseJson(content));
  if (!entries) {
    throw unreadable(
      'unknown_format',
      content.slice(0, 40),
      'The JSON has no list of firms. Send an array of { name, country, category, website }, or { exhibitors: [ … ] }.',
    );
  }
  refuseTooMany(entries.length);
  return entries.map(readEntry);
}

/** The list in a document, without a look at its entries. */
function entriesIn(told: unknown): unknown[] | null {
  if (Array.isArray(told)) return told;
  const { exhibitors, exhibitor = exhibitors } = Object(told) as Record<string, unknown>;
  return Array.isArray(exhibitor) ? exhibitor : null;
}

function readEntry(told: unknown): RawFirm | null {
  const read = entry.safeParse(told);
  if (!read.success) return null;
  const { name, country, address, category, categories, website, url, stand, booth } = read.data;
  return {
    name,
    country: countryIn(country) ?? codeIn(address),
    categories: [...category, ...categories],
    website: website ?? url,
    stand: stand ?? booth,
  };
}

/** The name or code of a country, told as such or with its ISO 3166-1 code beside it; of another kind as it stands, to be noted. */
function countryIn(told: unknown): string | null {
  if (told === null || told === undefined || typeof told === 'string') return told || null;
  const { text: written } = Object(told) as { text?: unknown };
  return codeIn(told) ?? (typeof written === 'string' ? written : JSON.stringify(told));
}

function codeIn(told: unknown): string | null {
  const { iso2 } = Object(told) as { iso2?: unknown };
  return typeof iso2 === 'string' && iso2 !== '' ? iso2 : null;
}

function onlyStrings(values: unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}
