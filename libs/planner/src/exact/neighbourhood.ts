import type { CoreModel } from '../model/core-model.ts';
import type { Random } from '../search/random.ts';

/** Chooses which meetings are free to move while the others stay: those of coupled firms, or those of some slots. */
export class Neighbourhood {
  private readonly model: CoreModel;
  private readonly random: Random;
  private readonly ofFirm: readonly (readonly number[])[];

  constructor(model: CoreModel, ofFirm: readonly (readonly number[])[], random: Random) {
    this.model = model;
    this.random = random;
    this.ofFirm = ofFirm;
  }

  /** A one for each free meeting, about `wanted` of them; `troubled` are the firms with breaks. */
  choose(slotOf: Int32Array, troubled: readonly number[], wanted: number): Uint8Array {
    const free = new Uint8Array(this.model.meetings);
    const draw = this.random.unit();
    if (draw < 0.5) this.freeFirms(free, troubled, wanted);
    else this.freeSlots(free, slotOf, { wanted, isWindow: draw < 0.75 });
    return free;
  }

  /** Frees the meetings of a firm, of those it meets, of those they meet, and so on. */
  private freeFirms(free: Uint8Array, troubled: readonly number[], wanted: number): void {
    const { model, random } = this;
    const isTroubled = troubled.length > 0 && random.unit() < 0.7;
    const queue = [isTroubled ? troubled[random.below(troubled.length)]! : random.below(model.firms)];
    const seen = new Set(queue);
    let count = 0;
    while (count < wanted && queue.length > 0) {
      const [firm] = queue.splice(random.below(queue.length), 1);
      for (const m of this.ofFirm[firm!]!) {
        if (free[m] === 0) count += 1;
        free[m] = 1;
        const other = model.a[m] === firm ? model.b[m]! : model.a[m]!;
        if (!seen.has(other)) queue.push(other);
        seen.add(other);
      }
    }
  }

  /** Frees the meetings of slots that lie together, or of any. */
  private freeSlots(
    free: Uint8Array,
    slotOf: Int32Array,
    { wanted, isWindow }: { readonly wanted: number; readonly isWindow: boolean },
  ): void {
    const { random, model } = this;
    const centre = random.below(model.slots);
    const keys = Float64Array.from({ length: model.slots }, (_, slot) =>
      isWindow ? Math.abs(slot - centre) : random.unit(),
    );
    const order = Array.from(keys.keys()).sort((one, other) => keys[one]! - keys[other]! || one - other);
    let count = 0;
    for (const slot of order) {
      if (count >= wanted) return;
      slotOf.forEach((now, m) => {
        if (now !== slot) return;
        free[m] = 1;
        count += 1;
      });
    }
  }
}
