import readXlsx from 'read-excel-file/node';
import { DomainError } from '@forum/domain/errors';
import { FILE_LIMIT } from '../reading/file-text.ts';
import { LONGEST_TEXT, refuseLongField, refuseManyItems } from '../reading/limits.ts';
import { refuseTooMany, unreadable } from '../reading/unreadable.ts';
import { inflatedSize } from './zip-directory.ts';

/** The rows of the first sheet that holds any, the heading first, and the names of the sheets that were not read. */
export interface Workbook {
  rows: string[][];
  skippedSheets: string[];
}

/** What a workbook may become in memory: the XML of its sheets, in bytes. */
const MOST_INFLATED = 64 * 1024 * 1024;

/** Whether a file is a workbook of Excel by its first bytes: one of today (`.xlsx`, a ZIP) or of before 2007 (`.xls`). */
export const isWorkbook = (content: Uint8Array): boolean => isZip(content) || isOldWorkbook(content);

const startsWith = (content: Uint8Array, ...first: number[]) =>
  first.every((byte, at) => content[at] === byte);
const isZip = (content: Uint8Array) => startsWith(content, 0x50, 0x4b, 0x03, 0x04);
const isOldWorkbook = (content: Uint8Array) => startsWith(content, 0xd0, 0xcf, 0x11, 0xe0);

/**
 * Reads a workbook of Excel as text: numbers as they are, dates as `2026-05-12`, formulas by the value that is kept with
 * them. Rows without a value are left out. Throws `import.unreadable` for an old or broken workbook, and for one that
 * would be larger in memory than any list, before it is unpacked.
 */
export async function readWorkbook(content: Uint8Array): Promise<Workbook> {
  refuseUnpackable(content);
  const sheets = await readXlsx(Buffer.from(content)).catch((error: unknown) => {
    throw error instanceof DomainError
      ? error
      : broken(error instanceof Error ? error.message : String(error));
  });
  const filled = sheets.map(({ sheet, data }) => ({ sheet, rows: rowsOf(data) }));
  const read = filled.find(({ rows }) => rows.length > 0) ?? filled[0];
  refuseTooMany((read?.rows.length ?? 0) - 1);
  return {
    rows: read?.rows ?? [],
    skippedSheets: filled.filter((one) => one !== read).map(({ sheet }) => sheet),
  };
}

function refuseUnpackable(content: Uint8Array): void {
  if (isOldWorkbook(content)) {
    throw unreadable(
      'unknown_format',
      'xls',
      'This is a workbook of Excel before 2007 (.xls), which is not read. Save it as “Excel Workbook (.xlsx)” and send it again.',
    );
  }
  if (content.byteLength > FILE_LIMIT) throw heavy(content.byteLength);
  const size = inflatedSize(content);
  if (size === null) throw broken('its directory cannot be found');
  if (size > MOST_INFLATED) throw heavy(size);
}

const heavy = (size: number) =>
  unreadable(
    'too_heavy',
    size,
    `The workbook has ${size} bytes when it is unpacked; at most ${MOST_INFLATED} are read. Keep one sheet with the list and send it again.`,
  );

const broken = (what: string) =>
  unreadable(
    'malformed',
    what,
    `The workbook cannot be opened: ${what}. Save it again as “Excel Workbook (.xlsx)”.`,
  );

type Cell = string | number | boolean | Date | null | undefined;

function rowsOf(data: readonly (readonly unknown[])[]): string[][] {
  return data
    .map((row, at) => {
      const place = `row ${at + 1}`;
      refuseManyItems(row.length, place, 'columns');
      const cells = row.map((cell) => textOf(cell as Cell));
      cells.forEach((cell, column) => refuseLongField(cell, place, `column ${column + 1}`, LONGEST_TEXT));
      return cells;
    })
    .filter((cells) => cells.some((cell) => cell !== ''));
}

function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell).trim();
  const instant = cell.toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant.slice(0, 16).replace('T', ' ');
}
