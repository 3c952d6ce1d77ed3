import { Order } from './order.ts';

/** A literal is twice its variable, one more when negated. */
export const not = (literal: number): number => literal ^ 1;

export type Verdict = 'found' | 'none' | 'unknown';

/** Clauses start with their size and their distance; the literals follow. */
const header = 2;

/**
 * Decides whether statements about variables can hold together: clauses and "at most so many of these". Learns a
 * clause from every conflict (Marques-Silva and Sakallah 1999; watched literals, activities and restarts as in MiniSat,
 * Eén and Sörensson 2003; clauses are kept by how many decisions they join, Audemard and Simon 2009). What it decides
 * depends on nothing but its input.
 */
export class Solver {
  /** 1 true, -1 false, 0 open; by literal. */
  readonly value: Int8Array;
  /** The value that a variable is given first: what it was last. */
  readonly phase: Uint8Array;
  private readonly order: Order;
  private readonly level: Int32Array;
  private readonly position: Int32Array;
  private readonly reason: Int32Array;
  private readonly seen: Uint8Array;
  private readonly trail: Int32Array;
  private trailSize = 0;
  private head = 0;
  private readonly marks: number[] = [];
  private arena = new Int32Array(1 << 18);
  private arenaSize = 1;
  private readonly watches: number[][] = [];
  private learnt: number[] = [];
  private original: number[] = [];
  private readonly limitLits: Int32Array[] = [];
  private readonly limits: number[] = [];
  private readonly counts: number[] = [];
  private readonly limitsOf: number[][] = [];
  private isDead = false;
  private keep = 3000;
  conflicts = 0;
  /** Literals worked through: what the effort is measured in. */
  effort = 0;

  constructor(readonly variables: number) {
    this.value = new Int8Array(2 * variables);
    this.phase = new Uint8Array(variables);
    this.order = new Order(variables);
    this.level = new Int32Array(variables);
    this.position = new Int32Array(variables);
    this.reason = new Int32Array(variables);
    this.seen = new Uint8Array(variables);
    this.trail = new Int32Array(variables);
    for (let literal = 0; literal < 2 * variables; literal += 1) {
      this.watches.push([]);
      this.limitsOf.push([]);
    }
  }

  /** One of the literals must hold. */
  clause(literals: readonly number[]): void {
    if (literals.length === 1) this.fact(literals[0]!);
    else if (literals.length === 0) this.isDead = true;
    else this.original.push(this.store(literals, 0));
  }

  /** At most so many of the literals may hold; returns a handle by which `tighten` lowers the limit. */
  atMost(literals: readonly number[], limit: number): number {
    const n = this.limits.length;
    this.limitLits.push(Int32Array.from(literals));
    this.limits.push(limit);
    this.counts.push(0);
    for (const literal of literals) {
      this.limitsOf[literal]!.push(n);
      if (this.value[literal] === 1 && this.position[literal >> 1]! < this.head) this.counts[n]! += 1;
    }
    this.tighten(n, limit);
    return n;
  }

  /** Changes the limit of an `atMost`; it may only fall. */
  tighten(n: number, limit: number): void {
    this.backTo(0);
    this.limits[n] = limit;
    if (limit < 0 || this.counts[n]! > limit) this.isDead = true;
    else if (this.counts[n] === limit) {
      for (const literal of this.limitLits[n]!) if (this.value[literal] === 0) this.assign(not(literal), 0);
    }
  }

  private fact(literal: number): void {
    if (this.value[literal] === -1) this.isDead = true;
    else if (this.value[literal] === 0) this.assign(literal, 0);
  }

  /** Looks for values under which all assumed literals hold, for so much effort. */
  solve(assumed: readonly number[], effort: number): Verdict {
    this.backTo(0);
    const until = this.effort + effort;
    let restart = 1;
    let left = 64 * luby(restart);
    for (;;) {
      const conflict = this.isDead ? 1 : this.propagate();
      if (conflict !== 0) {
        if (this.isDead || this.marks.length === 0) {
          this.isDead = true;
          return 'none';
        }
        this.conflicts += 1;
        left -= 1;
        this.learn(conflict);
        continue;
      }
      if (this.effort >= until) return 'unknown';
      if (left <= 0) {
        restart += 1;
        left = 64 * luby(restart);
        this.backTo(Math.min(this.marks.length, assumed.length));
        if (this.learnt.length > this.keep) this.reduce();
      }
      const decision = this.next(assumed);
      if (decision === -1) return 'found';
      if (decision === -2) return 'none';
      this.marks.push(this.trailSize);
      if (decision >= 0) this.assign(decision, 0);
    }
  }

  /** Whether the statements contradict each other whatever is assumed. */
  get isRefuted(): boolean {
    return this.isDead;
  }

  /** The next literal to try: -1 when all have values, -2 when an assumption is false, -3 when one holds already. */
  private next(assumed: readonly number[]): number {
    if (this.marks.length < assumed.length) {
      const literal = assumed[this.marks.length]!;
      if (this.value[literal] === -1) {
        this.blame(literal, assumed);
        return -2;
      }
      return this.value[literal] === 1 ? -3 : literal;
    }
    for (;;) {
      const variable = this.order.take();
      if (variable < 0) return -1;
      if (this.value[2 * variable] === 0) return 2 * variable + 1 - this.phase[variable]!;
    }
  }

  /** After `none`: assumptions that contradict each other. */
  readonly core: number[] = [];

  private blame(failed: number, assumed: readonly number[]): void {
    const { core, seen, level } = this;
    core.length = 0;
    core.push(failed);
    const isAssumed = new Set(assumed);
    seen[failed >> 1] = 1;
    for (let at = this.trailSize - 1; at >= (this.marks[0] ?? this.trailSize); at -= 1) {
      const literal = this.trail[at]!;
      if (seen[literal >> 1] === 0) continue;
      seen[literal >> 1] = 0;
      const from = this.reason[literal >> 1]!;
      if (from === 0) {
        if (isAssumed.has(literal)) core.push(literal);
      } else for (const one of this.explain(from, literal)) if (level[one >> 1]! > 0) seen[one >> 1] = 1;
    }
    seen[failed >> 1] = 0;
  }

  private assign(literal: number, reason: number): void {
    const variable = literal >> 1;
    this.value[literal] = 1;
    this.value[literal ^ 1] = -1;
    this.level[variable] = this.marks.length;
    this.position[variable] = this.trailSize;
    this.reason[variable] = reason;
    this.trail[this.trailSize] = literal;
    this.trailSize += 1;
  }

  private backTo(level: number): void {
    if (this.marks.length <= level) return;
    const mark = this.marks[level]!;
    for (let at = this.trailSize - 1; at >= mark; at -= 1) {
      const literal = this.trail[at]!;
      const variable = literal >> 1;
      if (at < this.head) for (const n of this.limitsOf[literal]!) this.counts[n]! -= 1;
      this.value[literal] = 0;
      this.value[literal ^ 1] = 0;
      this.phase[variable] = 1 - (literal & 1);
      this.order.add(variable);
    }
    this.trailSize = mark;
    this.head = Math.min(this.head, mark);
    this.marks.length = level;
  }

  /** Draws all conclusions; 0, or what is in conflict: a clause, or a limit as -1 - n. */
  private propagate(): number {
    while (this.head < this.trailSize) {
      const literal = this.trail[this.head]!;
      this.head += 1;
      this.effort += 1;
      const conflict = this.count(literal) || this.visit(literal ^ 1);
      if (conflict !== 0) return conflict;
    }
    return 0;
  }

  private count(literal: number): number {
    const { counts, limits, value } = this;
    let conflict = 0;
    const list = this.limitsOf[literal]!;
    for (let i = 0; i < list.length; i += 1) {
      const n = list[i]!;
      const count = counts[n]! + 1;
      counts[n] = count;
      if (count < limits[n]!) continue;
      if (count > limits[n]!) {
        conflict = -1 - n;
        continue;
      }
      const lits = this.limitLits[n]!;
      for (let j = 0; j < lits.length; j += 1) if (value[lits[j]!] === 0) this.assign(lits[j]! ^ 1, -1 - n);
    }
    return conflict;
  }

  /** Looks at the clauses that watch a literal which has become false. */
  private visit(falsified: number): number {
    const { value, arena } = this;
    const list = this.watches[falsified]!;
    let kept = 0;
    let i = 0;
    const length = list.length;
    let conflict = 0;
    while (i < length) {
      const clause = list[i]!;
      const blocker = list[i + 1]!;
      i += 2;
      if (value[blocker] === 1) {
        list[kept] = clause;
        list[kept + 1] = blocker;
        kept += 2;
        continue;
      }
      const first = clause + header;
      if (arena[first] === falsified) {
        arena[first] = arena[first + 1]!;
        arena[first + 1] = falsified;
      }
      const other = arena[first]!;
      if (value[other] === 1) {
        list[kept] = clause;
        list[kept + 1] = other;
        kept += 2;
        continue;
      }
      const end = first + arena[clause]!;
      let at = first + 2;
      while (at < end && value[arena[at]!] === -1) at += 1;
      if (at < end) {
        const watch = arena[at]!;
        arena[first + 1] = watch;
        arena[at] = falsified;
        this.watches[watch]!.push(clause, other);
        continue;
      }
      list[kept] = clause;
      list[kept + 1] = other;
      kept += 2;
      if (value[other] === -1) {
        conflict = clause;
        break;
      }
      this.assign(other, clause);
    }
    while (i < length) {
      list[kept] = list[i]!;
      list[kept + 1] = list[i + 1]!;
      i += 2;
      kept += 2;
    }
    list.length = kept;
    return conflict;
  }

  private readonly because: number[] = [];

  /** The true literals that a conclusion (or, for -1, a conflict) follows from. */
  private explain(from: number, concluded: number): number[] {
    const { because, arena } = this;
    because.length = 0;
    if (from > 0) {
      const end = from + header + arena[from]!;
      for (let at = from + header; at < end; at += 1) {
        if (arena[at] !== concluded) because.push(arena[at]! ^ 1);
      }
      return because;
    }
    const n = -1 - from;
    const before = concluded < 0 ? this.head : this.position[concluded >> 1]!;
    const needed = this.limits[n]! + (concluded < 0 ? 1 : 0);
    for (const literal of this.limitLits[n]!) {
      if (because.length >= needed) break;
      if (this.value[literal] === 1 && this.position[literal >> 1]! < before) because.push(literal);
    }
    return because;
  }

  private readonly lesson: number[] = [];
  private readonly levels = new Set<number>();

  /** Learns the clause of the first unique implication point, goes back and concludes from it. */
  private learn(conflict: number): void {
    const { lesson, seen, level } = this;
    const here = this.marks.length;
    lesson.length = 1;
    let open = 0;
    let at = this.trailSize - 1;
    let from = conflict;
    let concluded = -1;
    for (;;) {
      for (const literal of this.explain(from, concluded)) {
        const variable = literal >> 1;
        if (seen[variable] === 1 || level[variable] === 0) continue;
        seen[variable] = 1;
        this.order.bump(variable);
        if (level[variable]! >= here) open += 1;
        else lesson.push(literal ^ 1);
      }
      while (seen[this.trail[at]! >> 1] === 0) at -= 1;
      concluded = this.trail[at]!;
      from = this.reason[concluded >> 1]!;
      seen[concluded >> 1] = 0;
      open -= 1;
      at -= 1;
      if (open === 0) break;
    }
    lesson[0] = concluded ^ 1;
    const toForget = lesson.slice(1);
    this.shorten();
    for (const literal of toForget) seen[literal >> 1] = 0;
    this.order.decay();
    this.conclude();
  }

  /** Leaves out literals that follow from the others. */
  private shorten(): void {
    const { lesson, seen, level } = this;
    let kept = 1;
    for (let i = 1; i < lesson.length; i += 1) {
      const literal = lesson[i]!;
      const from = this.reason[literal >> 1]!;
      const isNeeded =
        from === 0 ||
        this.explain(from, literal ^ 1).some((one) => seen[one >> 1] === 0 && level[one >> 1]! > 0);
      if (isNeeded) {
        lesson[kept] = literal;
        kept += 1;
      }
    }
    lesson.length = kept;
  }

  private conclude(): void {
    const { lesson, level, levels } = this;
    if (lesson.length === 1) {
      this.backTo(0);
      this.assign(lesson[0]!, 0);
      return;
    }
    let highest = 1;
    levels.clear();
    for (let i = 1; i < lesson.length; i += 1) {
      levels.add(level[lesson[i]! >> 1]!);
      if (level[lesson[i]! >> 1]! > level[lesson[highest]! >> 1]!) highest = i;
    }
    [lesson[1], lesson[highest]] = [lesson[highest]!, lesson[1]!];
    this.backTo(level[lesson[1]! >> 1]!);
    const clause = this.store(lesson, levels.size + 1);
    this.learnt.push(clause);
    this.assign(lesson[0]!, clause);
  }

  private store(literals: readonly number[], distance: number): number {
    const clause = this.arenaSize;
    const end = clause + header + literals.length;
    if (end > this.arena.length) {
      const larger = new Int32Array(Math.max(2 * this.arena.length, end));
      larger.set(this.arena);
      this.arena = larger;
    }
    this.arena[clause] = literals.length;
    this.arena[clause + 1] = distance;
    this.arena.set(literals, clause + header);
    this.arenaSize = end;
    this.watches[literals[0]!]!.push(clause, literals[1]!);
    this.watches[literals[1]!]!.push(clause, literals[0]!);
    return clause;
  }

  /** Forgets the half of the learnt clauses that join the most decisions, unless something rests on them. */
  private reduce(): void {
    this.backTo(0);
    const { arena } = this;
    const held = new Set<number>();
    for (let at = 0; at < this.trailSize; at += 1) held.add(this.reason[this.trail[at]! >> 1]!);
    const ranked = this.learnt.map((clause, age) => ({ clause, age, distance: arena[clause + 1]! }));
    ranked.sort((one, other) => one.distance - other.distance || other.age - one.age);
    const half = ranked.length / 2;
    const kept = ranked.filter(({ clause, distance }, n) => n < half || distance <= 3 || held.has(clause));
    kept.sort((one, other) => one.age - other.age);
    this.rebuild(kept.map(({ clause }) => clause));
    this.keep += 300;
  }

  /** Moves the clauses that stay together, and watches them anew. */
  private rebuild(learnt: readonly number[]): void {
    const old = this.arena;
    const moved = new Map<number, number>();
    for (const list of this.watches) list.length = 0;
    this.arena = new Int32Array(old.length);
    this.arenaSize = 1;
    const move = (clause: number) => {
      const literals = Array.from(old.subarray(clause + header, clause + header + old[clause]!));
      const now = this.store(literals, old[clause + 1]!);
      moved.set(clause, now);
      return now;
    };
    this.original = this.original.map(move);
    this.learnt = learnt.map(move);
    for (let at = 0; at < this.trailSize; at += 1) {
      const variable = this.trail[at]! >> 1;
      if (this.reason[variable]! > 0) this.reason[variable] = moved.get(this.reason[variable]!) ?? 0;
    }
  }
}

/** The n-th of 1, 1, 2, 1, 1, 2, 4, …: how long the solver goes on before it begins anew (Luby et al. 1993). */
function luby(n: number): number {
  let bits = 1;
  while (2 ** bits - 1 < n) bits += 1;
  return 2 ** bits - 1 === n ? 2 ** (bits - 1) : luby(n - 2 ** (bits - 1) + 1);
}
