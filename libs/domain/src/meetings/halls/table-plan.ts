/** A table of a hall: its name, and where it stands on the plan, from 0 to 1 from the left and from the entrance. */
export interface PlacedTable {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/**
 * The tables of a hall in rows, which are named by letters from the entrance on, a good half wider than deep.
 *
 * For three tables: `A1`, `A2`, `A3` in one row.
 *
 * @param count from 1; up to 600 the letters suffice
 */
export function tablePlan(count: number): PlacedTable[] {
  const columns = Math.ceil(Math.sqrt(count * 1.6));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, n) => {
    const [row, column] = [Math.floor(n / columns), n % columns];
    return {
      label: `${String.fromCharCode(letterA + row)}${column + 1}`,
      x: (column + 0.5) / columns,
      y: (row + 0.5) / rows,
    };
  });
}

const letterA = 65;
