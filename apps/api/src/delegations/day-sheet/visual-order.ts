type Kind = 'left' | 'right' | 'number' | 'neutral';

const backward = /[\p{Script=Arabic}\p{Script=Hebrew}ـ]/u;
const joined = /[\p{M}\u200c\u200d]/u;
const separator = /^[.,:/]$/;

/** How a character goes; what joins the one before it goes with that. */
function kindOf(character: string): Kind {
  if (/\p{Nd}/u.test(character)) return 'number';
  if (backward.test(character)) return 'right';
  return /[\s\p{P}\p{S}]/u.test(character) ? 'neutral' : 'left';
}

/**
 * The pieces of a text that may stand in another order than they are read in: words, and each mark between them. The
 * digits of Arabic are pieces of their own, since the font would turn them round with the letters.
 */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let last: Kind | null = null;
  for (const character of text) {
    const kind = kindOf(character);
    const isAlone = kind === 'neutral' || (kind === 'number' && !/\d/.test(character));
    if (joined.test(character) && last) pieces.push(pieces.pop() + character);
    else if (kind === last && !isAlone) pieces.push(pieces.pop() + character);
    else pieces.push(character);
    if (!joined.test(character)) last = kind;
  }
  return pieces;
}

/**
 * The pieces of a line as they stand from left to right, in a line that begins at the left (the rules W2, W4, W7, N1, N2,
 * L2 and L4 of the Unicode bidirectional algorithm, UAX 9): Arabic and Hebrew go backward, numbers among them forward,
 * and a mark between two words goes as both do.
 */
export function inVisualOrder<Piece extends { readonly text: string }>(line: readonly Piece[]): Piece[] {
  const levels = levelsOf(line.map(({ text }) => text));
  const order = line.map((_, n) => n);
  for (const level of [2, 1])
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && levels[order[to]!]! >= level) to++;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  return order.map((n) => (levels[n] === 1 ? { ...line[n]!, text: mirrored(line[n]!.text) } : line[n]!));
}

/** 0 for what goes forward, 1 for what goes backward, 2 for a number among that. */
function levelsOf(texts: readonly string[]): number[] {
  const kinds = texts.map((text) => kindOf([...text][0] ?? ' '));
  const isNumber = (n: number) => kinds[n] === 'number';
  let strong: Kind = 'left';
  let isHebrew = false;
  const levels = kinds.map((kind, n) => {
    const text = texts[n]!;
    if (kind === 'left' || kind === 'right') {
      strong = kind;
      isHebrew = /\p{Script=Hebrew}/u.test(text);
    }
    // Among Arabic, numbers are numbers of Arabic, which a sign does not join.
    const joins = separator.test(text) || (isHebrew && /^[+-]$/.test(text));
    const partsNumber = joins && isNumber(n - 1) && isNumber(n + 1);
    if (kind === 'neutral' && !partsNumber) return null;
    if (kind === 'left' || strong === 'left') return 0;
    return kind === 'right' ? 1 : 2;
  });
  const next = (n: number) => levels.slice(n).find((level) => level !== null) ?? 0;
  let before = 0;
  return levels.map((level, n) => {
    if (level !== null) return (before = level);
    return before > 0 && next(n) > 0 ? 1 : 0;
  });
}

const pairs = ['()', '[]', '{}', '<>', '«»', '‹›'];

/** A bracket as it opens in what goes backward; other texts as they are. */
function mirrored(text: string): string {
  const pair = pairs.find((one) => one.includes(text));
  if (text.length !== 1 || !pair) return text;
  return pair[0] === text ? pair[1]! : pair[0]!;
}
