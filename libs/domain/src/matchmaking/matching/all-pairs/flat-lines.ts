import { cooperationModes } from '../../cooperation.ts';
import { capacities, type FirmProfile } from '../../profile.ts';
import type { Closeness } from '../../taxonomy/closeness.ts';

/** A capability that is near another, by its number, with how near it is in percent. */
export interface Near {
  readonly at: number;
  readonly percent: number;
}

/** The needs or the offers of all firms in flat arrays, indexed by capability; within one, in the order of the firms. */
export class FlatLines {
  readonly count: number;
  readonly #start: Uint32Array;
  readonly #firm: Uint32Array;
  readonly #capability: Uint16Array;
  readonly #mode: Uint8Array;
  readonly #maturity: Uint8Array;
  readonly #capacity: Uint8Array;
  readonly #weeks: Int32Array;
  readonly #near: readonly (readonly Near[])[];
  readonly #posted: Uint32Array;
  readonly #until: Uint32Array;
  readonly #from: Uint32Array;

  constructor(profiles: readonly FirmProfile[], side: 'needs' | 'offers', numbers: CapabilityNumbers) {
    const all = profiles.flatMap((profile, firm) => profile[side].map((line) => ({ line, firm })));
    this.count = all.length;
    this.#firm = Uint32Array.from(all, ({ firm }) => firm);
    this.#capability = Uint16Array.from(all, ({ line }) => numbers.of(line.capability));
    this.#mode = Uint8Array.from(all, ({ line }) => cooperationModes.indexOf(line.mode));
    this.#maturity = Uint8Array.from(all, ({ line }) => line.maturity ?? 0);
    this.#capacity = Uint8Array.from(all, ({ line }) =>
      line.capacity === null ? 0 : capacities.indexOf(line.capacity) + 1,
    );
    this.#weeks = Int32Array.from(all, ({ line }) => line.leadTimeWeeks ?? -1);
    this.#near = numbers.near;
    this.#start = startsOf(this.#firm, profiles.length);
    const starts = startsOf(this.#capability, numbers.near.length);
    this.#from = starts.slice(0, -1);
    this.#until = starts.slice(1);
    const next = starts.slice();
    this.#posted = new Uint32Array(this.count);
    for (const [line, capability] of this.#capability.entries()) {
      const place = next[capability] ?? 0;
      this.#posted[place] = line;
      next[capability] = place + 1;
    }
  }

  /** Forgets the lines of a firm in the index, so that it holds only those of later ones. Called for each in order. */
  skip(firm: number): void {
    for (let line = this.start(firm); line < this.start(firm + 1); line += 1) {
      const capability = this.#capability[line] ?? 0;
      this.#from[capability] = (this.#from[capability] ?? 0) + 1;
    }
  }

  start = (firm: number) => this.#start[firm] ?? 0;
  firm = (line: number) => this.#firm[line] ?? 0;
  /** Index in `cooperationModes`. */
  mode = (line: number) => this.#mode[line] ?? 0;
  /** 0 for unknown. */
  maturity = (line: number) => this.#maturity[line] ?? 0;
  /** Index in `capacities` and one more; 0 for unknown. */
  capacity = (line: number) => this.#capacity[line] ?? 0;
  /** Negative for unknown. */
  weeks = (line: number) => this.#weeks[line] ?? -1;
  near = (line: number) => this.#near[this.#capability[line] ?? 0] ?? [];
  from = (capability: number) => this.#from[capability] ?? 0;
  until = (capability: number) => this.#until[capability] ?? 0;
  posted = (place: number) => this.#posted[place] ?? 0;
}

interface CapabilityNumbers {
  readonly of: (code: string) => number;
  readonly near: readonly (readonly Near[])[];
}

/** The needs or the offers of all firms. A capability that the taxonomy does not know is near nothing. */
export function flatLines(
  input: {
    readonly firms: readonly FirmProfile[];
    readonly closeness: ReadonlyMap<string, readonly Closeness[]>;
  },
  side: 'needs' | 'offers',
): FlatLines {
  const numbers = new Map([...input.closeness.keys()].map((code, at) => [code, at]));
  const unknown = numbers.size;
  const near = [...input.closeness.values()].map((others) =>
    others.map(({ code, percent }) => ({ at: numbers.get(code) ?? unknown, percent })),
  );
  return new FlatLines(input.firms, side, {
    of: (code) => numbers.get(code) ?? unknown,
    near: [...near, []],
  });
}

/** Where each group begins among sorted or unsorted numbers, counted; one more entry for the end. */
function startsOf(groups: ArrayLike<number>, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < groups.length; at += 1) {
    const after = (groups[at] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 0; at < count; at += 1) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  return starts;
}
