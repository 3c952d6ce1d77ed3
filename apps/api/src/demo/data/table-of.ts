/**
 * The rows of a table that is written as text, one a line, with bars between the cells, so that hundreds of invented
 * sessions and firms can be read and mended like a list.
 */
export function tableOf<Field extends string>(
  fields: readonly Field[],
  text: string,
): Record<Field, string>[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== fields.length) {
      throw new Error(`A row of the demo has ${cells.length} cells instead of ${fields.length}: ${line}`);
    }
    return Object.fromEntries(fields.map((field, column) => [field, cells[column]])) as Record<Field, string>;
  });
}
