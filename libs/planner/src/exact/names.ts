/** Hands out variables, named by their positive literals. */
export class Names {
  count = 0;

  /** One variable. */
  one(): number {
    this.count += 1;
    return 2 * (this.count - 1);
  }

  /** A variable for every row and column where there is one, at `row * columns + column`; -1 elsewhere. */
  table(rows: number, columns: number, exists: (row: number, column: number) => boolean): Int32Array {
    return Int32Array.from({ length: rows * columns }, (_, n) =>
      exists(Math.floor(n / columns), n % columns) ? this.one() : -1,
    );
  }
}
