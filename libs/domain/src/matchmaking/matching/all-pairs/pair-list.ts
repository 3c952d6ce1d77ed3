/** Pairs of firms with their scores, in flat arrays that grow. Firms are known by position, the first lower. */
export class PairList {
  first: Uint32Array<ArrayBuffer>;
  second: Uint32Array<ArrayBuffer>;
  score: Int32Array<ArrayBuffer>;
  length = 0;

  constructor(room = 1024) {
    this.first = new Uint32Array(room);
    this.second = new Uint32Array(room);
    this.score = new Int32Array(room);
  }

  push(first: number, second: number, score: number): void {
    if (this.length === this.first.length) this.#grow();
    this.first[this.length] = first;
    this.second[this.length] = second;
    this.score[this.length] = score;
    this.length += 1;
  }

  /** The same pairs in another order, given by their positions. */
  inOrder(order: Uint32Array): PairList {
    const sorted = new PairList(Math.max(1, this.length));
    for (let place = 0; place < order.length; place += 1) {
      const pair = order[place] ?? 0;
      sorted.push(this.first[pair] ?? 0, this.second[pair] ?? 0, this.score[pair] ?? 0);
    }
    return sorted;
  }

  #grow(): void {
    const grown = <T extends Uint32Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.first = grown(this.first, new Uint32Array(2 * this.length));
    this.second = grown(this.second, new Uint32Array(2 * this.length));
    this.score = grown(this.score, new Int32Array(2 * this.length));
  }
}

/** The pairs of each firm, as a range of `partner` and `score`. */
export interface PairsByFirm {
  readonly start: Uint32Array;
  readonly partner: Uint32Array;
  readonly score: Int32Array;
}

/** The pairs of each firm, listed at both; in the order of the list. */
export function pairsByFirm(pairs: PairList, firms: number): PairsByFirm {
  const start = new Uint32Array(firms + 1);
  const each = (visit: (firm: number, partner: number, pair: number) => void) => {
    for (let pair = 0; pair < pairs.length; pair += 1) {
      const [a, b] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
      visit(a, b, pair);
      visit(b, a, pair);
    }
  };
  each((firm) => (start[firm + 1] = (start[firm + 1] ?? 0) + 1));
  for (let firm = 0; firm < firms; firm += 1) start[firm + 1] = (start[firm + 1] ?? 0) + (start[firm] ?? 0);
  const next = start.slice();
  const partner = new Uint32Array(2 * pairs.length);
  const score = new Int32Array(2 * pairs.length);
  each((firm, other, pair) => {
    const place = next[firm] ?? 0;
    next[firm] = place + 1;
    partner[place] = other;
    score[place] = pairs.score[pair] ?? 0;
  });
  return { start, partner, score };
}
