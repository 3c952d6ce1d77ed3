import type { Change } from '@forum/contract/live/changes';

/** The last number that was taken of each stream. */
export type Heads = Readonly<Record<string, number>>;

/** What a batch of changes comes to: those to apply now, those that wait behind a gap, and where we stand then. */
export interface Received {
  last: Heads;
  apply: Change[];
  waiting: Change[];
}

/**
 * Takes changes stream by stream in the order of their numbers: one that was taken before is dropped, one behind a gap
 * waits. A stream that was never heard of waits as well: what came before in it is not known.
 */
export function receive(last: Heads, changes: readonly Change[]): Received {
  const heads: Record<string, number> = { ...last };
  const apply: Change[] = [];
  const waiting: Change[] = [];
  for (const change of inOrder(changes)) {
    const head = heads[change.stream];
    if (head !== undefined && change.number <= head) continue;
    if (change.number === (head ?? NaN) + 1) {
      heads[change.stream] = change.number;
      apply.push(change);
    } else if (!waiting.some((other) => isSame(other, change))) {
      waiting.push(change);
    }
  }
  return { last: heads, apply, waiting };
}

/** Whether a stream stands elsewhere than we do, in either direction, or is gone, or new. */
export function differs(last: Heads, heads: Heads): boolean {
  const streams = new Set([...Object.keys(last), ...Object.keys(heads)]);
  return [...streams].some((stream) => last[stream] !== heads[stream]);
}

/** The heads for `changes?since=`: `public:12,person:…:4`. */
export function sinceOf(last: Heads): string {
  return Object.entries(last)
    .map(([stream, number]) => `${stream}:${number}`)
    .join(',');
}

/** Both, and where both know a stream the lower: from there on nothing is missed by either. */
export function lowerOf(a: Heads, b: Heads): Heads {
  const lower: Record<string, number> = { ...a };
  for (const [stream, number] of Object.entries(b)) {
    lower[stream] = Math.min(lower[stream] ?? number, number);
  }
  return lower;
}

const isSame = (a: Change, b: Change) => a.stream === b.stream && a.number === b.number;

/** By stream and number. The order between streams carries no meaning: entities are told apart by their versions. */
function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) =>
    a.stream === b.stream ? a.number - b.number : a.stream < b.stream ? -1 : 1,
  );
}
