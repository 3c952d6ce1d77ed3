import { type Transaction } from '../database/database.ts';

/** A column of the database that holds a word, and in how many rows. */
export interface Place {
  table: string;
  column: string;
  rows: number;
}

/** Everywhere in the database where one of these words stands, however it is written, in whatever column holds text. */
export async function placesThatHold(reader: Transaction, words: readonly string[]): Promise<Place[]> {
  const columns = await reader.query<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY')
     order by 1, 2`,
  );
  const places: Place[] = [];
  for (const { table, column } of columns) {
    const [found] = await reader.query<{ rows: number }>(
      `select count(*)::int as rows from "${table}" where ${holds(`"${column}"`)}`,
      [folded(words)],
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
