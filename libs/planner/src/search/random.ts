const { imul, floor } = Math;

/** Whole numbers that look random and are the same for the same seed (Marsaglia's xorshift, 2003, on 32 bits). */
export class Random {
  private state: number;

  constructor(seed: number) {
    // Neighbouring seeds are spread apart first; zero is the one state that xorshift never leaves.
    let mixed = imul((seed | 0) ^ 0x9e3779b9, 0x85ebca6b);
    mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    this.state = (mixed ^ (mixed >>> 16)) | 0 || 0x2545f491;
  }

  /** A whole number from 0 to one below `count`. */
  below(count: number): number {
    return floor(this.unit() * count);
  }

  /** A number in `[0, 1)`. */
  unit(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) * 2.3283064365386963e-10;
  }
}
