import type { PlanInstance } from '../instance/instance.ts';

const { floor, clz32 } = Math;

/** How many slots a word of a slot set holds. */
export const wordSize = 31;

/** For each firm and each meeting the slots that are left to it, `words` words each. */
export interface Domains {
  readonly words: number;
  readonly open: Int32Array;
  readonly meeting: Int32Array;
  /** The two firms of each meeting, by index. */
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Orders to keep, by index of meeting. */
  readonly earlier: Int32Array;
  readonly later: Int32Array;
}

/** The first slot at or after another that a set holds; -1 when there is none. */
export function nextSlot(set: Int32Array, row: number, words: number, from: number): number {
  for (let word = floor(from / wordSize); word < words; word += 1) {
    let bits = set[row * words + word]!;
    if (word === floor(from / wordSize)) bits &= -1 << (from % wordSize);
    bits &= 0x7fffffff;
    if (bits !== 0) return word * wordSize + 31 - clz32(bits & -bits);
  }
  return -1;
}

/** The last slot that a set holds; -1 when there is none. */
export function lastSlot(set: Int32Array, row: number, words: number): number {
  for (let word = words - 1; word >= 0; word -= 1) {
    const bits = set[row * words + word]!;
    if (bits !== 0) return word * wordSize + 31 - clz32(bits);
  }
  return -1;
}

/** Adds a slot to a set. */
export function addSlot(set: Int32Array, row: number, words: number, slot: number): void {
  const at = row * words + floor(slot / wordSize);
  set[at] = set[at]! | (1 << (slot % wordSize));
}

/** Takes a slot from a set; whether it was there. */
export function dropSlot(set: Int32Array, row: number, words: number, slot: number): boolean {
  const at = row * words + floor(slot / wordSize);
  const bit = 1 << (slot % wordSize);
  const had = (set[at]! & bit) !== 0;
  set[at] = set[at]! & ~bit;
  return had;
}

/** All slots of a set, in order. */
export function slotsOf(set: Int32Array, row: number, words: number): number[] {
  const slots: number[] = [];
  for (let slot = nextSlot(set, row, words, 0); slot >= 0; slot = nextSlot(set, row, words, slot + 1)) {
    slots.push(slot);
  }
  return slots;
}

/** What firms have open and meetings are tied to, before anything is concluded from it. */
export function initialDomains(instance: PlanInstance): Domains {
  const { slots, firms, meetings } = instance;
  const words = Math.ceil(slots / wordSize);
  const firmIndex = new Map(firms.map(({ id }, index) => [id, index]));
  const meetingIndex = new Map(meetings.map(({ id }, index) => [id, index]));
  const open = new Int32Array(firms.length * words);
  firms.forEach((firm, row) => {
    const closed = new Set(firm.forbidden);
    for (let slot = 0; slot < slots; slot += 1) {
      const isOpen = !closed.has(slot) && firm.teams.some((team) => !team.forbidden.includes(slot));
      if (isOpen) addSlot(open, row, words, slot);
    }
  });
  const a = Int32Array.from(meetings, ({ firms: [one] }) => firmIndex.get(one)!);
  const b = Int32Array.from(meetings, ({ firms: [, other] }) => firmIndex.get(other)!);
  const sessions = new Map(instance.sessions.map((session) => [session.id, session]));
  const meeting = new Int32Array(meetings.length * words);
  meetings.forEach(({ within, fixed }, row) => {
    const session = within === null ? undefined : sessions.get(within);
    const from = Math.max(session?.from ?? 0, fixed ?? 0);
    const to = Math.min(session?.to ?? slots, fixed === null ? slots : fixed + 1);
    for (let slot = from; slot < to; slot += 1) addSlot(meeting, row, words, slot);
    for (let word = 0; word < words; word += 1) {
      const at = row * words + word;
      meeting[at] = meeting[at]! & open[a[row]! * words + word]! & open[b[row]! * words + word]!;
    }
  });
  const orders = meetings.flatMap(({ after }, row) =>
    after.map((id) => [meetingIndex.get(id)!, row] as const),
  );
  return {
    words,
    open,
    meeting,
    a,
    b,
    earlier: Int32Array.from(orders, ([first]) => first),
    later: Int32Array.from(orders, ([, then]) => then),
  };
}

/**
 * Takes from the domains what cannot be: slots before the earliest and after the latest that orders allow, and slots
 * that a meeting with no other choice takes from the rest of its firms. Only meetings in `counts` (mandatory ones)
 * take anything from others; firms in `parallel` hold several meetings at once.
 *
 * @returns the first meeting in `counts` left without a slot, or -1
 */
export function propagate(
  domains: Domains,
  counts: (meeting: number) => boolean,
  parallel: (firm: number) => boolean = () => false,
): number {
  const { words, meeting, a, b, earlier, later } = domains;
  const total = meeting.length / words;
  const byFirm = meetingsByFirm(domains);
  const settled = new Uint8Array(total);
  for (;;) {
    let isChanged = false;
    for (let order = 0; order < earlier.length; order += 1) {
      const first = earlier[order]!;
      const then = later[order]!;
      if (counts(first)) {
        const bound = nextSlot(meeting, first, words, 0);
        if (bound < 0) return first;
        isChanged = dropUpTo(domains, then, bound) || isChanged;
      }
      if (counts(then)) {
        const bound = lastSlot(meeting, then, words);
        if (bound < 0) return then;
        isChanged = dropFrom(domains, first, bound) || isChanged;
      }
    }
    for (let row = 0; row < total; row += 1) {
      if (settled[row] === 1 || !counts(row)) continue;
      const slot = nextSlot(meeting, row, words, 0);
      if (slot < 0) return row;
      if (nextSlot(meeting, row, words, slot + 1) >= 0) continue;
      settled[row] = 1;
      for (const firm of [a[row]!, b[row]!]) {
        if (parallel(firm)) continue;
        for (const other of byFirm[firm]!) {
          if (other !== row && dropSlot(meeting, other, words, slot)) isChanged = true;
        }
      }
    }
    if (!isChanged) return -1;
  }
}

/** The meetings of each firm. */
export function meetingsByFirm({ a, b, open, words }: Domains): number[][] {
  const byFirm: number[][] = Array.from({ length: open.length / words }, () => []);
  for (let row = 0; row < a.length; row += 1) {
    byFirm[a[row]!]!.push(row);
    byFirm[b[row]!]!.push(row);
  }
  return byFirm;
}

function dropUpTo({ meeting, words }: Domains, row: number, last: number): boolean {
  let isChanged = false;
  for (let slot = nextSlot(meeting, row, words, 0); slot >= 0 && slot <= last;) {
    isChanged = dropSlot(meeting, row, words, slot) || isChanged;
    slot = nextSlot(meeting, row, words, slot);
  }
  return isChanged;
}

function dropFrom({ meeting, words }: Domains, row: number, first: number): boolean {
  let isChanged = false;
  for (let slot = lastSlot(meeting, row, words); slot >= first; slot = lastSlot(meeting, row, words)) {
    isChanged = dropSlot(meeting, row, words, slot) || isChanged;
  }
  return isChanged;
}
