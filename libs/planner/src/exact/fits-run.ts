/** Whether meetings can fill as many slots from `from` on without a gap: each finds its own (Kuhn's matching). */
export function fitsRun(
  meetings: readonly number[],
  from: number,
  may: (meeting: number, slot: number) => boolean,
): boolean {
  const holder = new Int32Array(meetings.length).fill(-1);
  const place = (n: number, seen: Uint8Array): boolean => {
    for (let offset = 0; offset < meetings.length; offset += 1) {
      if (seen[offset] === 1 || !may(meetings[n]!, from + offset)) continue;
      seen[offset] = 1;
      if (holder[offset]! < 0 || place(holder[offset]!, seen)) {
        holder[offset] = n;
        return true;
      }
    }
    return false;
  };
  return meetings.every((_, n) => place(n, new Uint8Array(meetings.length)));
}
