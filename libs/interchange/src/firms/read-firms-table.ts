import { fold } from '@forum/domain/text/fold';
import { unguardFormula } from '../csv/formula-guard.ts';
import { unreadable } from '../reading/unreadable.ts';
import type { RawFirm, RawFirms } from './imported-firm.ts';

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
 * The entries of an exhibitor list in a table, whose heading row names at least the firm. Categories in one cell are
 * separated by `;`, `|` or line breaks, and may stand in several columns. A column that says nothing is told by its
 * heading. Throws `import.unreadable` where no column is of firms.
 */
export function readFirmsTable([heading = [], ...rows]: readonly string[][]): RawFirms {
  const columns = heading.map((cell) => columnOf(cell));
  if (!columns.includes('name')) {
    throw unreadable(
      'unknown_format',
      heading.join(', ').slice(0, 100),
      'The first row names no column of firms. Give the columns headings: name, country, categories, website, stand.',
    );
  }
  const unused = heading.filter((cell, at) => cell !== '' && !isUsed(columns, at));
  return { entries: rows.map((row) => readRow(row, columns)), unused };
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
