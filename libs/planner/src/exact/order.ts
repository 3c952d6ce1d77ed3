/** Variables by how often they took part in conflicts of late, the busiest first: a binary heap. */
export class Order {
  private readonly heap: Int32Array;
  private readonly place: Int32Array;
  readonly activity: Float64Array;
  private size = 0;
  private gain = 1;

  constructor(variables: number) {
    this.heap = new Int32Array(variables);
    this.place = new Int32Array(variables).fill(-1);
    this.activity = new Float64Array(variables);
    for (let variable = 0; variable < variables; variable += 1) this.add(variable);
  }

  /** The busiest variable, which is taken out; -1 when none is left. */
  take(): number {
    if (this.size === 0) return -1;
    const top = this.heap[0]!;
    this.size -= 1;
    this.place[top] = -1;
    if (this.size > 0) this.sink(this.heap[this.size]!, 0);
    return top;
  }

  /** Puts a variable back, if it is not there. */
  add(variable: number): void {
    if (this.place[variable]! >= 0) return;
    this.size += 1;
    this.rise(variable, this.size - 1);
  }

  /** Notes that a variable took part in a conflict. */
  bump(variable: number): void {
    this.activity[variable]! += this.gain;
    if (this.activity[variable]! > 1e100) {
      for (let i = 0; i < this.activity.length; i += 1) this.activity[i]! *= 1e-100;
      this.gain *= 1e-100;
    }
    if (this.place[variable]! >= 0) this.rise(variable, this.place[variable]!);
  }

  /** Makes later conflicts count more than earlier ones. */
  decay(): void {
    this.gain /= 0.95;
  }

  private rise(variable: number, from: number): void {
    const { heap, place, activity } = this;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heap[parent]!;
      if (activity[other]! >= activity[variable]!) break;
      heap[at] = other;
      place[other] = at;
      at = parent;
    }
    heap[at] = variable;
    place[variable] = at;
  }

  private sink(variable: number, from: number): void {
    const { heap, place, activity, size } = this;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && activity[heap[child + 1]!]! > activity[heap[child]!]!) child += 1;
      const other = heap[child]!;
      if (activity[other]! <= activity[variable]!) break;
      heap[at] = other;
      place[other] = at;
      at = child;
    }
    heap[at] = variable;
    place[variable] = at;
  }
}
