import { firmKey } from '@forum/domain/firms/firm-difference';
import { firmLimits } from '@forum/domain/firms/firm-limits';
import { fold } from '@forum/domain/text/fold';
import { FILE_LIMIT, listText } from '../reading/file-text.ts';
import { ImportReport } from '../reading/import-note.ts';
import { refuseLongField, refuseManyItems } from '../reading/limits.ts';
import { unreadable } from '../reading/unreadable.ts';
import { webAddress } from '../reading/web-address.ts';
import { cleanLine } from '../text/clean-text.ts';
import { cutText } from '../text/cut-text.ts';
import { isMail } from '../text/is-mail.ts';
import { readCsv } from '../tables/read-csv.ts';
import { isWorkbook, readWorkbook } from '../tables/read-workbook.ts';
import { resolveReferences } from '../text/html-references.ts';
import { countryCode } from './country-code.ts';
import type { ImportedFirm, RawFirm, RawFirms, ReadFirms } from './imported-firm.ts';
import { readFirmsJson } from './read-firms-json.ts';
import { readFirmsTable } from './read-firms-table.ts';

/**
 * The firms of an exhibitor list, a workbook of Excel or what {@link readFirms} reads. Throws `import.unreadable` for a
 * file that cannot be read at all.
 */
export async function readFirmsFile(content: Uint8Array): Promise<ReadFirms> {
  if (!isWorkbook(content)) return readFirms(content);
  const report = new ImportReport();
  const { rows, skippedSheets } = await readWorkbook(content);
  for (const sheet of skippedSheets) report.add('file.sheet_skipped', '', sheet);
  return firmsOf(readFirmsTable(rows), report);
}

/**
 * The firms of an exhibitor list, JSON or CSV, with a report of what was left out and why. Of entries whose name and
 * country are those of one firm, however they are spelt, the first is kept. Throws `import.unreadable` for a file that
 * cannot be read at all.
 */
export function readFirms(content: Uint8Array | string, options: { limit?: number } = {}): ReadFirms {
  const { text, encoding } = listText(content, options.limit ?? FILE_LIMIT);
  const report = new ImportReport();
  if (encoding !== 'UTF-8') report.add('file.encoding', '', encoding);
  return firmsOf(entriesOf(text), report);
}

function firmsOf({ entries, unused }: RawFirms, report: ImportReport): ReadFirms {
  const firms = new Map<string, ImportedFirm>();
  for (const column of unused) report.add('file.column_unused', '', column);
  entries.forEach((entry, at) => {
    const where = String(at + 1);
    const firm = assembleFirm(entry, where, report);
    if (!firm) return;
    const same = firms.get(firmKey(firm));
    if (!same) firms.set(firmKey(firm), firm);
    else if (fold(same.name) === fold(firm.name)) report.add('firm.repeated', where, firm.name);
    else report.add('firm.alike', `${where} / ${firm.name}`, same.name);
  });
  return { firms: [...firms.values()], report: report.notes };
}

function entriesOf(text: string): RawFirms {
  const first = text.trimStart()[0];
  if (first === undefined) {
    throw unreadable(
      'no_entries',
      '',
      'The file is empty. Send a list of firms as CSV, as an Excel workbook or as JSON.',
    );
  }
  return first === '[' || first === '{'
    ? { entries: readFirmsJson(text), unused: [] }
    : readFirmsTable(readCsv(text));
}

function assembleFirm(entry: RawFirm | null, where: string, report: ImportReport): ImportedFirm | null {
  if (!entry) {
    report.add('firm.unreadable', where, null);
    return null;
  }
  refuseUnbounded(entry, `entry ${where}`);
  const told = line(entry.name);
  if (!told) {
    report.add('firm.name_missing', where, line(entry.website));
    return null;
  }
  const place = `${where} / ${told}`;
  const cut = (text: string, longest: number) => shortened(text, longest, place, report);
  const stand = cut(line(entry.stand), firmLimits.stand);
  const mail = mailOf(line(entry.website));
  if (mail) report.addOnce('firm.mail_kept', place, mail);
  return {
    name: cut(told, firmLimits.name),
    country: countryOf(line(entry.country), place, report),
    categories: categoriesOf(entry.categories, place, report),
    website: mail ? null : websiteOf(line(entry.website).replaceAll(' ', ''), place, report),
    ...(stand ? { stand } : {}),
    ...(mail ? { mail } : {}),
  };
}

/** Categories as a form takes them: each once, none too long, and no more than a firm may have. */
function categoriesOf(told: readonly string[], place: string, report: ImportReport): string[] {
  const all = told.map((one) => shortened(line(one), firmLimits.category, place, report));
  const filled = [...new Set(all)].filter((category) => category !== '');
  if (filled.length > firmLimits.categories)
    report.add('firm.categories_shortened', place, String(filled.length));
  return filled.slice(0, firmLimits.categories);
}

/** A text that the forms of the forum can change again: no longer than they take. */
function shortened(text: string, longest: number, place: string, report: ImportReport): string {
  if (text.length <= longest) return text;
  report.add('firm.text_shortened', place, text);
  return cutText(text, longest);
}

/** Lists write `mailto:` where they know no web site. */
function mailOf(told: string): string | null {
  const mail = /^mailto:([^?]+)/i.exec(told.replaceAll(' ', ''))?.[1] ?? '';
  return isMail(mail) ? mail : null;
}

/** No cell is longer, and no firm of more categories, than a list of exhibitors can need. */
function refuseUnbounded({ categories, ...lines }: RawFirm, place: string): void {
  for (const [field, text] of Object.entries(lines)) refuseLongField(text, place, field);
  refuseManyItems(categories.length, place, 'categories');
  for (const category of categories) refuseLongField(category, place, 'categories');
}

function countryOf(told: string, where: string, report: ImportReport): string | null {
  const code = countryCode(told);
  if (told && !code) report.add('firm.country_unknown', where, told);
  return code;
}

/** Lists often leave out the scheme, `www.example.com`, or put a space after it. */
function websiteOf(told: string, where: string, report: ImportReport): string | null {
  if (!told) return null;
  const bare = /^[a-z0-9-]+(\.[a-z0-9-]+)+([/?#].*)?$/i.test(told);
  const address = webAddress(bare ? `https://${told}` : told);
  const website = address && address.length <= firmLimits.website ? address : null;
  if (!website) report.add('firm.website_refused', where, told);
  return website;
}

function line(text: string | null): string {
  return cleanLine(resolveReferences(text ?? ''));
}
