import { parse } from 'csv-parse/sync';
import { DomainError } from '@forum/domain/errors';
import { LONGEST_TEXT, refuseLongField, refuseManyItems } from '../reading/limits.ts';
import { MOST_ENTRIES, refuseTooMany, unreadable } from '../reading/unreadable.ts';

/**
 * The rows of a CSV as spreadsheets save it, the heading first: separated by comma, semicolon or tab, of which an Excel
 * `sep=` line is obeyed. Throws `import.unreadable` where the quoting cannot be understood.
 */
export function readCsv(content: string): string[][] {
  const { text, delimiter } = separated(content);
  return parseRows(text, delimiter);
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
