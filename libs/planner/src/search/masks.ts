// Taken out of `Math` once: looked up at every call they are slow in the tests' own global scope.
const { imul, clz32 } = Math;

/** How many slots one word of a mask holds; two words hold 62. */
export const slotsPerWord = 31;
const all = 0x7fffffff;

/** How many bits are set. */
export function popcount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The bit of a slot in the low word: 0 when the slot lies in the high one. */
export const lowBit = (slot: number): number => (slot < slotsPerWord ? 1 << slot : 0);

/** The bit of a slot in the high word: 0 when the slot lies in the low one. */
export const highBit = (slot: number): number => (slot < slotsPerWord ? 0 : 1 << (slot - slotsPerWord));

/** Whether a slot is set. */
export const has = (low: number, high: number, slot: number): boolean =>
  (slot < slotsPerWord ? (low >>> slot) & 1 : (high >>> (slot - slotsPerWord)) & 1) === 1;

/** The low word moved one slot later. */
export const laterLow = (low: number): number => (low << 1) & all;
/** The high word moved one slot later, with what comes over from the low one. */
export const laterHigh = (low: number, high: number): number => ((high << 1) & all) | (low >>> 30);
/** The low word moved one slot earlier, with what comes over from the high one. */
export const earlierLow = (low: number, high: number): number => (low >>> 1) | ((high & 1) << 30);
/** The high word moved one slot earlier. */
export const earlierHigh = (high: number): number => high >>> 1;

/** The slot of the n-th set bit, counted from 0; the bit must exist. */
export function nthSlot(low: number, high: number, n: number): number {
  const inLow = popcount(low);
  let word = n < inLow ? low : high;
  let left = n < inLow ? n : n - inLow;
  const offset = n < inLow ? 0 : slotsPerWord;
  while (left > 0) {
    word &= word - 1;
    left -= 1;
  }
  return offset + 31 - clz32(word & -word);
}

/** The first slot of a mask; it must not be empty. */
export const firstSlot = (low: number, high: number): number =>
  low !== 0 ? 31 - clz32(low & -low) : 31 + slotsPerWord - clz32(high & -high);

/** The last slot of a mask; it must not be empty. */
export const lastSlotOf = (low: number, high: number): number =>
  high !== 0 ? 31 + slotsPerWord - clz32(high) : 31 - clz32(low);
