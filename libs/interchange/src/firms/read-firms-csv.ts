import { parse } from 'csv-parse/sync';
import { DomainError } from '@forum/domain/errors';
import { fold } from '@forum/domain/text/fold';
import { unguardFormula } from '../csv/formula-guard.ts';
import { LONGEST_TEXT, refuseLongField, refuseManyItems } from '../reading/limits.ts';
import { MOST_ENTRIES, refuseTooMany, unreadable } from '../reading/unreadable.ts';
import { type RawFirm, type RawFirms } from './imported-firm.ts';

/** The headings under which lists tell each column, in English, Korean, Japanese and French. */
const headings: Record<keyof RawFirm, string[]> = {
  name: [
    'name',
    'firm',
    'company',
    'company name',
    'exhibitor',
    'exhibitor name',
    'organisation',
    'organization',
  ].concat([
    '회사',
    '회사명',
    '기업명',
    '업체명',
    '会社',
    '会社名',
    '企業名',
    '出展者名',
    'nom',
    'société',
    'entreprise',
  ]),
  country: [
    'country',
    'country code',
    'country/region',
    'country / region',
    'nation',
    '국가',
    '국가명',
    '国',
    '国名',
    'pays',
  ],
  categories: [
    'category',
    'categories',
    'sector',
    'sectors',
    'products',
    'tags',
    'keywords',
    '분야',
    '품목',
    '分野',
    'カテゴリー',
    'catégorie',
    'catégories',
  ],
  website: [
    'website',
    'web site',
    'web',
    'url',
    'homepage',
    '홈페이지',
    '웹사이트',
    'ウェブサイト',
    'ホームページ',
    'site',
    'site web',
  ],
  stand: [
    'stand',
    'stand no',
    'stand number',
    'booth',
    'booths',
    'stands',
    'booth no',
    'booth number',
    '부스',
    '부스번호',
    '小間',
    'ブース',
  ],
};

/**
 * The entries of an exhibitor list in CSV as spreadsheets save it: separated by comma, semicolon or tab (an Excel
 * `sep=` line is obeyed), with a heading row that names at least the firm. Categories in one cell are separated by `;`,
 * `|` or line breaks, and may stand in several columns. A column that says nothing is told by its heading. Throws `import.unreadable` where the heading or the quoting cannot be understood.
 */
export function readFirmsCsv(content: string): RawFirms {
  const { text, delimiter } = separated(content);
  const [heading = [], ...rows] = parseRows(text, delimiter);
  const columns = heading.map((cell) => columnOf(cell));
  if (!columns.includes('name')) {
    throw unreadable(
      'unknown_format',
      heading.join(delimiter).slice(0, 100),
      'The first row names no column of firms. Give the columns headings: name, country, categories, website, stand.',
    );
  }
  const unused = heading.filter((cell, at) => cell !== '' && !isUsed(columns, at));
  return { entries: rows.map((row) => readRow(row, columns)), unused };
}

/** Characters of one record, over all its cells; a quote that is never closed makes the rest of a file one cell. */
const LONGEST_RECORD = 4 * LONGEST_TEXT;

function parseRows(text: string, delimiter: string): string[][] {
  const options = {
    delimiter,
    bom: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    trim: true,
    // The heading, and one entry more than are read.
    to: MOST_ENTRIES + 2,
    maxRecordSize: LONGEST_RECORD,
    cast: (cell: string, at: CellPlace) => {
      refuseLongField(cell, rowOf(at), columnName(at), LONGEST_TEXT);
      refuseManyItems(at.index + 1, rowOf(at), 'columns');
      return cell;
    },
  };
  try {
    const rows = parse(text, options) as string[][];
    refuseTooMany(rows.length - 1);
    return rows;
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw unparsable(error as Error & { code?: string; records?: number; index?: number });
  }
}

/** Where the parser is: rows counted from the heading, cells from the first of a row. */
interface CellPlace {
  readonly records: number;
  readonly index: number;
}

const rowOf = ({ records }: CellPlace) => `row ${records + 1}`;
const columnName = ({ index }: CellPlace) => `column ${index + 1}`;

function unparsable({
  code,
  message,
  records = 0,
  index = 0,
}: Error & { code?: string; records?: number; index?: number }): DomainError {
  const at = { records, index };
  return code === 'CSV_MAX_RECORD_SIZE'
    ? unreadable(
        'field_too_long',
        LONGEST_RECORD,
        `In ${rowOf(at)}, ${columnName(at)} goes on for more characters than are read, or a quote in it is never closed. Look at that row and send the file again.`,
      )
    : unreadable(
        'malformed',
        message,
        `The CSV cannot be taken apart: ${message}. Save it again as CSV UTF-8.`,
      );
}

function separated(content: string): { text: string; delimiter: string } {
  const [, told, rest] = /^"?sep=(.)"?\r?\n([^]*)$/i.exec(content) ?? [];
  if (told && rest !== undefined) return { text: rest, delimiter: told };
  const firstLine = /^[^\r\n]*/.exec(content.trimStart())?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    count: firstLine.split(delimiter).length,
  }));
  const best = counts.reduce((most, each) => (each.count > most.count ? each : most));
  return { text: content, delimiter: best.delimiter };
}

/** Any longer, and it is no heading of ours; what follows looks back and forth in it. */
const longestHeading = 100;

function columnOf(cell: string): keyof RawFirm | null {
  if (cell.length > longestHeading) return null;
  const told = fold(cell)
    .replace(/[.:*]+$/, '')
    .replaceAll('_', ' ');
  const columns = Object.keys(headings) as (keyof RawFirm)[];
  return columns.find((column) => headings[column].some((name) => fold(name) === told)) ?? null;
}

type Columns = readonly (keyof RawFirm | null)[];

/** Categories are read from every column that has them, everything else from the first that names it. */
const isUsed = (columns: Columns, at: number): boolean =>
  columns[at] === 'categories' || (columns[at] !== null && columns.indexOf(columns[at] ?? null) === at);

function readRow(row: string[], columns: Columns): RawFirm {
  const cellAt = (at: number) => unguardFormula(row[at] ?? '') || null;
  const cell = (column: keyof RawFirm) => cellAt(columns.indexOf(column));
  const categories = columns.flatMap((column, at) => (column === 'categories' ? [cellAt(at) ?? ''] : []));
  return {
    name: cell('name'),
    country: cell('country'),
    categories: categories.flatMap((one) => one.split(/[;|\n]/)),
    website: cell('website'),
    stand: cell('stand'),
  };
}
