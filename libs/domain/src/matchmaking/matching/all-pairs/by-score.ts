import type { PairList } from './pair-list.ts';

/**
 * The pairs, best score first; those of one score by lot, which depends on the two firms and the seed only, so that
 * neither the alphabet nor the arrival of other firms decides. Two counting sorts: time grows with the number of pairs.
 */
export function byScore(pairs: PairList, firmIds: readonly string[], lot: number): PairList {
  const lots = Uint32Array.from(firmIds, (firmId) => lotOf(firmId, lot));
  const drawn = new Uint16Array(pairs.length);
  let most = 0;
  for (let pair = 0; pair < pairs.length; pair += 1) {
    drawn[pair] = mixed((lots[pairs.first[pair] ?? 0] ?? 0) + (lots[pairs.second[pair] ?? 0] ?? 0)) >>> 16;
    most = Math.max(most, pairs.score[pair] ?? 0);
  }
  const any = new Uint32Array(pairs.length);
  for (let pair = 0; pair < pairs.length; pair += 1) any[pair] = pair;
  const shuffled = sortedBy(any, (pair) => drawn[pair] ?? 0, 1 << 16);
  const order = sortedBy(shuffled, (pair) => most - (pairs.score[pair] ?? 0), most + 1);
  return pairs.inOrder(order);
}

/** A stable counting sort by a small whole number. */
function sortedBy(pairs: Uint32Array, keyOf: (pair: number) => number, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (let at = 0; at < pairs.length; at += 1) {
    const after = keyOf(pairs[at] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let key = 0; key < keys; key += 1) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Uint32Array(pairs.length);
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = pairs[at] ?? 0;
    const key = keyOf(pair);
    const place = next[key] ?? 0;
    next[key] = place + 1;
    sorted[place] = pair;
  }
  return sorted;
}

/** FNV-1a over the UTF-16 units of a text, from a seed. */
function lotOf(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3, which spreads every bit over all. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
