/** Numbers that look random and are the same for the same seed. */
export interface Seeded {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number;
  /** One of some things. */
  one<T>(things: readonly T[]): T;
  chance(percent: number): boolean;
}

/** A generator from a seed: Mulberry32, which is small and good enough for invented data. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below: number) => Math.floor(next() * below);
  return {
    next,
    whole,
    one: <T>(things: readonly T[]): T => {
      const thing = things[whole(things.length)];
      if (thing === undefined) throw new Error('There is nothing to choose from.');
      return thing;
    },
    chance: (percent) => next() * 100 < percent,
  };
}
