import pg from 'pg';

/** A column that a statement returns. */
export interface StatementColumn {
  name: string;
  /** As PostgreSQL calls it, such as `timestamp with time zone` or `text[]`. */
  type: string;
  /** The column of a table that it is, such as `delegate.category`; null for one that is computed or of a view. */
  of: string | null;
  /** Whether that one may be null. */
  isNullable: boolean | null;
}

/** Has the server read it without running it. */
class Reading {
  fields: pg.FieldDef[] = [];
  readonly done: Promise<pg.FieldDef[]>;
  #resolve!: (fields: pg.FieldDef[]) => void;
  #reject!: (error: Error) => void;

  constructor(private readonly text: string) {
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: {
    parse(statement: { text: string; name: string; types: never[] }): void;
    describe(what: { type: 'S'; name: string }): void;
    sync(): void;
  }) {
    connection.parse({ text: this.text, name: '', types: [] });
    connection.describe({ type: 'S', name: '' });
    connection.sync();
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }) {
    this.fields = fields;
  }

  handleError(error: Error) {
    this.#reject(error);
  }

  handleReadyForQuery() {
    this.#resolve(this.fields);
  }
}

const known = new Map<string, StatementColumn[]>();

/** What the statement returns, as this database reads it. */
export async function describeStatement(client: pg.Client, sql: string): Promise<StatementColumn[]> {
  const before = known.get(sql);
  if (before) return before;
  const reading = new Reading(sql);
  client.query(reading as unknown as pg.Submittable);
  const fields = await reading.done;
  const { rows } = await client.query<Omit<StatementColumn, 'name'>>(
    `select format_type(asked.type, null) as type, relation.relname || '.' || attribute.attname as of,
       not attribute.attnotnull as "isNullable"
     from unnest($1::oid[], $2::oid[], $3::int[]) with ordinality as asked (type, relation, number, position)
     left join pg_class relation on relation.oid = asked.relation and relation.relkind in ('r', 'p')
     left join pg_attribute attribute on attribute.attrelid = relation.oid and attribute.attnum = asked.number and asked.number > 0
     order by asked.position`,
    [
      fields.map(({ dataTypeID }) => dataTypeID),
      fields.map(({ tableID }) => tableID),
      fields.map(({ columnID }) => columnID),
    ],
  );
  const columns = rows.map((row, n) => ({ name: fields[n]?.name ?? '', ...row }));
  known.set(sql, columns);
  return columns;
}
