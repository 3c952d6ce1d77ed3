import type { SqlReader } from '../database/database.ts';

/** A column of the database that holds a word, and in how many rows. */
export interface Place {
  table: string;
  column: string;
  rows: number;
}

/**
 * Everywhere in the database where one of these words stands: however it is written in whatever column holds text; in
 * documents as it is given or in small letters, where they are not compressed.
 */
export async function placesThatHold(reader: SqlReader, words: readonly string[]): Promise<Place[]> {
  const columns = await reader.query<{ table: string; column: string; isBytes: boolean }>(
    `select c.table_name as table, c.column_name as column, c.data_type = 'bytea' as "isBytes"
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and (c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY') or c.column_name = 'content')
     order by 1, 2`,
  );
  const places: Place[] = [];
  for (const { table, column, isBytes } of columns) {
    const [found] = await reader.query<{ rows: number }>(
      `select count(*)::int as rows from "${table}" where ${isBytes ? holdsBytes(column) : holds(`"${column}"`)}`,
      [isBytes ? [...words, ...folded(words)] : folded(words)],
    );
    if (found && found.rows > 0) places.push({ table, column, rows: found.rows });
  }
  return places;
}

/** Words as {@link holds} compares them. */
export const folded = (words: readonly string[]): string[] => words.map((word) => word.toLowerCase());

/** The condition that an expression holds one of the folded words in `$1`. */
export const holds = (expression: string): string =>
  `exists (select from unnest($1::text[]) word where position(word in lower(${expression}::text)) > 0)`;

const holdsBytes = (column: string): string =>
  `exists (select from unnest($1::text[]) word where position(convert_to(word, 'UTF8') in "${column}") > 0)`;
