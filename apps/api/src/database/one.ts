/** The row that a statement always returns, such as an insert or an aggregate; its absence is an error of the program. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('a row that must be there was not returned');
  return row;
}
