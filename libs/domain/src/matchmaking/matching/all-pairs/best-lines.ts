import { share } from '../line-points.ts';

/** The best lines of one firm with each later one, in both directions: 0 its own needs, 1 the other's. */
export class BestLines {
  readonly touched: number[] = [];
  readonly #points: Int32Array;
  readonly #goals: Int32Array;
  readonly #stamp: Int32Array;
  readonly #count: number;
  readonly #shares: readonly number[];
  #firm = -1;

  constructor(firms: number, shares: readonly number[]) {
    const count = shares.length;
    this.#points = new Int32Array(firms * 2 * count);
    this.#goals = new Int32Array(firms);
    this.#stamp = new Int32Array(firms).fill(-1);
    this.#count = count;
    this.#shares = shares;
  }

  begin(firm: number): void {
    this.#firm = firm;
    this.touched.length = 0;
  }

  add(other: number, direction: 0 | 1, points: number, goals: number): void {
    const best = this.#points;
    const count = this.#count;
    if (this.#stamp[other] !== this.#firm) {
      this.#stamp[other] = this.#firm;
      this.#goals[other] = 0;
      best.fill(0, other * 2 * count, (other + 1) * 2 * count);
      this.touched.push(other);
    }
    this.#goals[other] = (this.#goals[other] ?? 0) | goals;
    const first = (other * 2 + direction) * count;
    let place = first + count - 1;
    if (points <= (best[place] ?? 0)) return;
    while (place > first && (best[place - 1] ?? 0) < points) {
      best[place] = best[place - 1] ?? 0;
      place -= 1;
    }
    best[place] = points;
  }

  sum(other: number, direction: 0 | 1): number {
    return this.shared(other, direction, 100);
  }

  /** What is left of the lines at their shares and then at a percentage, each step rounded down line by line. */
  shared(other: number, direction: 0 | 1, percent: number): number {
    const first = (other * 2 + direction) * this.#count;
    let sum = 0;
    for (let place = 0; place < this.#count; place += 1) {
      const points = this.#points[first + place] ?? 0;
      if (points === 0) break;
      sum += share(share(points, this.#shares[place] ?? 0), percent);
    }
    return sum;
  }

  goals(other: number): number {
    return this.#goals[other] ?? 0;
  }
}
