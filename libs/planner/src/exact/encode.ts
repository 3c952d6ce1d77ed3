import type { CoreModel } from '../model/core-model.ts';
import { has } from '../search/masks.ts';
import { not, Solver } from './solver.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** A model as statements for the solver. */
export interface Encoded {
  readonly solver: Solver;
  readonly words: Vocabulary;
  /** Lowers the limit on the breaks of all. */
  limit(breaks: number): void;
}

/** States a model whose meetings must all be held, with at most `limit` breaks, of which firms cannot go below `least`. */
export function encode(model: CoreModel, least: Int32Array, limit: number): Encoded {
  const forced = least.reduce((sum, one) => sum + one, 0);
  const words = vocabularyOf(model, least, limit - forced);
  const solver = new Solver(words.variables);
  const statements = { model, words, solver };
  stateMeetings(statements);
  for (let firm = 0; firm < model.firms; firm += 1) {
    if (words.ofFirm[firm]!.length > 0) stateAgenda(statements, firm);
    if (words.ofFirm[firm]!.length > 1) stateBreaks(statements, firm, least[firm]!);
  }
  stateTables(statements);
  stateOrders(statements);
  const all = solver.atMost([...real(words.excess), words.fewer], limit - forced);
  return { solver, words, limit: (breaks) => solver.tighten(all, breaks - forced) };
}

interface Statements {
  readonly model: CoreModel;
  readonly words: Vocabulary;
  readonly solver: Solver;
}

const real = (literals: Iterable<number>): number[] => [...literals].filter((literal) => literal >= 0);
const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

/** Each meeting is in one slot. */
function stateMeetings({ model: { meetings, slots }, words: { at }, solver }: Statements): void {
  for (let m = 0; m < meetings; m += 1) {
    const options = real(at.subarray(m * slots, (m + 1) * slots));
    solver.clause(options);
    solver.atMost(options, 1);
  }
}

/** A firm is busy in as many slots as it has meetings, with one of them in each. */
function stateAgenda(
  { model: { slots }, words: { at, busy, ofFirm }, solver }: Statements,
  firm: number,
): void {
  const seats = real(busy.subarray(firm * slots, (firm + 1) * slots));
  const held = ofFirm[firm]!.length;
  solver.atMost(seats, held);
  solver.atMost(seats.map(not), seats.length - held);
  for (const slot of range(slots)) {
    const is = busy[firm * slots + slot]!;
    if (is < 0) continue;
    const here = real(ofFirm[firm]!.map((m) => at[m * slots + slot]!));
    solver.clause([not(is), ...here]);
    for (const one of here) solver.clause([not(one), is]);
    if (here.length > 1) solver.atMost(here, 1);
  }
}

/** A firm that is busy after it has begun and was not busy just before comes back from a break; all but the least count. */
function stateBreaks(statements: Statements, firm: number, least: number): void {
  const { model, words, solver } = statements;
  const { slots, fairness } = model;
  const row = (table: Int32Array) => table.subarray(firm * slots, (firm + 1) * slots);
  const [busy, begun, back] = [row(words.busy), row(words.begun), row(words.back)];
  for (const slot of range(slots)) {
    if (busy[slot]! >= 0) solver.clause([not(busy[slot]!), begun[slot]!]);
    if (has(model.dayStartLow, model.dayStartHigh, slot) || slot === 0) continue;
    solver.clause([not(begun[slot - 1]!), begun[slot]!]);
    if (busy[slot]! < 0) continue;
    solver.clause([not(begun[slot - 1]!), ...real([busy[slot - 1]!]), not(busy[slot]!), back[slot]!]);
  }
  const excess = real(words.excess.subarray(firm * words.most, (firm + 1) * words.most));
  solver.atMost([...real(back), ...excess.map(not)], least + excess.length);
  for (let n = 1; n < excess.length; n += 1) solver.clause([not(excess[n]!), excess[n - 1]!]);
  if (least >= fairness) solver.clause([not(excess[0]!)]);
  if (model.dayLow.length === 1 && least === 0) stateRuns(statements, firm, excess[0]!);
}

/** Without a break, a firm's meetings form one run: where it begins says where the firm is busy. */
function stateRuns({ model: { slots }, words, solver }: Statements, firm: number, pauses: number): void {
  const runs = words.runs.subarray(firm * slots, (firm + 1) * slots);
  const held = words.ofFirm[firm]!.length;
  solver.clause([pauses, ...real(runs)]);
  for (const slot of range(slots)) {
    const is = words.busy[firm * slots + slot]!;
    if (is < 0) continue;
    const isIn = (from: number) => from <= slot && slot < from + held;
    const begins = range(slots).filter((from) => runs[from]! >= 0);
    for (const from of begins) solver.clause([not(runs[from]!), isIn(from) ? is : not(is)]);
    solver.clause([pauses, not(is), ...begins.filter(isIn).map((from) => runs[from]!)]);
    solver.clause([pauses, is, ...begins.filter((from) => !isIn(from)).map((from) => runs[from]!)]);
  }
}

/** Each slot takes as many meetings as it has tables, and twice as many firms. */
function stateTables({ model, words: { at, busy }, solver }: Statements): void {
  const { slots, meetings, firms, tables } = model;
  for (const slot of range(slots)) {
    solver.atMost(real(range(meetings).map((m) => at[m * slots + slot]!)), tables[slot]!);
    solver.atMost(real(range(firms).map((firm) => busy[firm * slots + slot]!)), 2 * tables[slot]!);
  }
}

/** What must come later is not in a slot or before unless what must come earlier is before it. */
function stateOrders({ model, words: { at, until }, solver }: Statements): void {
  const { slots, earlier, later } = model;
  for (const m of new Set([...earlier, ...later])) {
    for (const slot of range(slots)) {
      const here = at[m * slots + slot]!;
      const by = until[m * slots + slot]!;
      if (here >= 0) solver.clause([not(here), by]);
      if (slot === 0) continue;
      const before = until[m * slots + slot - 1]!;
      solver.clause([not(before), by]);
      if (here >= 0) solver.clause([not(here), not(before)]);
    }
  }
  earlier.forEach((first, order) => {
    const then = later[order]! * slots;
    solver.clause([not(until[then]!)]);
    for (let slot = 1; slot < slots; slot += 1) {
      solver.clause([not(until[then + slot]!), until[first * slots + slot - 1]!]);
    }
  });
}
