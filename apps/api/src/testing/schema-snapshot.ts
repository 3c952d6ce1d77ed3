import type pg from 'pg';

/** Each row is the name of a thing and how PostgreSQL itself writes it down. */
const columns = `
  select format('column %s.%s', c.table_name, c.column_name) as name,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), case c.is_nullable when 'NO' then 'not null' end,
      'default ' || c.column_default, 'identity ' || c.identity_generation, 'stored ' || c.generation_expression) as definition
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  join pg_attribute a on a.attrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name
  where table_schema = 'public' and table_type = 'BASE TABLE'`;

/** What is asked of PostgreSQL's catalogs. */
const questions = [
  `select 'table ' || table_name as name, '' as definition
   from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  `select 'view ' || table_name as name, '' as definition from information_schema.views where table_schema = 'public'`,
  columns,
  // What must not be null is said by the columns.
  `select format('constraint %s.%s', conrelid::regclass, conname) as name, pg_get_constraintdef(oid) as definition
   from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c', 'x')`,
  `select 'index ' || i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition
   from pg_index i join pg_class c on c.oid = i.indexrelid
   where c.relnamespace = 'public'::regnamespace and not exists (select from pg_constraint where conindid = i.indexrelid and conrelid = i.indrelid and contype in ('p', 'u', 'x'))`,
  `select format('trigger %s.%s', t.tgrelid::regclass, t.tgname) as name, '' as definition
   from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'public'::regnamespace and not t.tgisinternal`,
  `select format('function %s', p.proname) as name, '' as definition from pg_proc p
   where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend where objid = p.oid and deptype = 'e')`,
];

/** The schema of a database: tables, columns, constraints, indexes, triggers and functions by name. */
export const schemaOf = (client: pg.Client): Promise<Map<string, string>> => ask(client, questions);

/** Its columns alone, by `column table.name`. */
export const columnsOf = (client: pg.Client): Promise<Map<string, string>> => ask(client, [columns]);

async function ask(client: pg.Client, asked: readonly string[]): Promise<Map<string, string>> {
  const things = new Map<string, string>();
  for (const question of asked) {
    const { rows } = await client.query<{ name: string; definition: string }>(question);
    for (const { name, definition } of rows) things.set(name, inOneOrder(definition));
  }
  return things;
}

/** Neither the order of the words in a condition nor that of the columns in a foreign key says anything. */
const inOneOrder = (definition: string) =>
  definition
    .replace(/ARRAY\[('[^\]]*)\]/g, (_, words: string) => `ARRAY[${words.split(', ').sort().join(', ')}]`)
    .replace(
      /^FOREIGN KEY \((.*?)\) REFERENCES (\w+)\((.*?)\)/,
      (_, columns: string, table: string, others: string) => {
        const referenced = others.split(', ');
        const pairs = columns.split(', ').map((column, n) => `${column} = ${referenced[n]}`);
        return `FOREIGN KEY to ${table} on ${pairs.sort().join(', ')}`;
      },
    );

/** What the first schema has that the second has not, or has otherwise. */
export const beyond = (first: Map<string, string>, second: Map<string, string>): Record<string, string> =>
  Object.fromEntries([...first].filter(([name, definition]) => second.get(name) !== definition));
