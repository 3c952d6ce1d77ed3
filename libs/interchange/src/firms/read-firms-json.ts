import * as z from 'zod';
import { parseJson } from '../reading/parse-json.ts';
import { refuseTooMany, unreadable } from '../reading/unreadable.ts';
import { type RawFirm } from './imported-firm.ts';

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
const texts = z
  .union([z.string().transform((one) => [one]), z.array(z.unknown()).transform(onlyStrings)])
  .catch([]);

const entry = z.object({
  name: text,
  country: text,
  category: texts,
  categories: texts,
  website: text,
  url: text,
  stand: text,
  booth: text,
});

/**
 * The entries of an exhibitor list in JSON: an array of firms, or an object with one in `exhibitors`. An entry that is
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
  const { exhibitors } = Object(told) as { exhibitors?: unknown };
  return Array.isArray(exhibitors) ? exhibitors : null;
}

function readEntry(told: unknown): RawFirm | null {
  const read = entry.safeParse(told);
  if (!read.success) return null;
  const { name, country, category, categories, website, url, stand, booth } = read.data;
  return {
    name,
    country,
    categories: [...category, ...categories],
    website: website ?? url,
    stand: stand ?? booth,
  };
}

function onlyStrings(values: unknown[]): string[] {
  return values.filter((value) => typeof value === 'string');
}
