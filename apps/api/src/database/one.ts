/** The row that a statement always returns, such as an insert or an aggregate; its absence is an error of the program. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('a row that must be there was not returned');
  return row;
}

/** A column that a check of the schema keeps from null here. */
export function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a value that must be there was null');
  return value;
}
