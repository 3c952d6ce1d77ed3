/** Of the board's type, in pixels: a Latin letter is about half as wide as it is high, others are square. */
const letter = 6.4;
const square = 11.5;

const widthOf = (text: string) =>
  [...text].reduce((width, sign) => width + (sign.codePointAt(0)! < 0x1100 ? letter : square), 0);

/** How many lines a title takes in a box of so many pixels; no number is enough when a word is wider than the box. */
export function titleLines(title: string, width: number): number {
  let lines = 1;
  let left = width;
  for (const word of title.split(/[\s-]+/)) {
    const needed = widthOf(word);
    if (needed > width) return Infinity;
    if (needed > left) {
      lines += 1;
      left = width;
    }
    left -= needed + letter;
  }
  return lines;
}
