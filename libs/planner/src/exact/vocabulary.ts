import type { CoreModel } from '../model/core-model.ts';
import { has } from '../search/masks.ts';
import { fitsRun } from './fits-run.ts';
import { Names } from './names.ts';

/** What can be said of a plan, each as a literal; -1 where it can never be. */
export interface Vocabulary {
  readonly variables: number;
  /** The meetings of each firm. */
  readonly ofFirm: readonly (readonly number[])[];
  /** A meeting is in a slot, at `meeting * slots + slot`. */
  readonly at: Int32Array;
  /** A meeting is in a slot or before, for those with an order. */
  readonly until: Int32Array;
  /** A firm is busy in a slot, at `firm * slots + slot`; its day has begun; it comes back from a break. */
  readonly busy: Int32Array;
  readonly begun: Int32Array;
  readonly back: Int32Array;
  /** A firm's meetings form one run from a slot on. */
  readonly runs: Int32Array;
  /** A firm has one, two, … breaks more than it must, at `firm * most + n`. */
  readonly excess: Int32Array;
  readonly most: number;
  /** Holds when there is to be one break less than the limit. */
  readonly fewer: number;
}

/** Names what can be said of the plans of a model with at most `spare` breaks more than the `least` that each firm has. */
export function vocabularyOf(model: CoreModel, least: Int32Array, spare: number): Vocabulary {
  const { slots, firms, meetings, fairness } = model;
  const names = new Names();
  const ofFirm = Array.from({ length: firms }, () => [] as number[]);
  for (let m = 0; m < meetings; m += 1) for (const firm of [model.a[m]!, model.b[m]!]) ofFirm[firm]!.push(m);
  const may = (m: number, slot: number) => has(model.domainLow[m]!, model.domainHigh[m]!, slot);
  const isOften = (firm: number) => ofFirm[firm]!.length > 1;
  const isOpen = (firm: number, slot: number) => ofFirm[firm]!.some((m) => may(m, slot));
  const ordered = new Set([...model.earlier, ...model.later]);
  const most = Math.max(1, Math.min(spare, fairness));
  const isRun = (firm: number, slot: number) => {
    const held = ofFirm[firm]!.length;
    const isOneDay = model.dayLow.length === 1;
    return isOneDay && held > 1 && slot + held <= slots && fitsRun(ofFirm[firm]!, slot, may);
  };
  const at = names.table(meetings, slots, may);
  const busy = names.table(firms, slots, isOpen);
  const begun = names.table(firms, slots, isOften);
  const back = names.table(firms, slots, (firm, slot) => isOften(firm) && isOpen(firm, slot));
  const until = names.table(meetings, slots, (m) => ordered.has(m));
  const excess = names.table(
    firms,
    most,
    (firm, n) => isOften(firm) && (n === 0 || n < Math.min(spare, fairness - least[firm]!)),
  );
  const runs = names.table(firms, slots, isRun);
  const fewer = names.one();
  return { variables: names.count, ofFirm, at, until, busy, begun, back, runs, excess, most, fewer };
}
