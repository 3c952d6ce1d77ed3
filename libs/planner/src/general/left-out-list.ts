/** The meetings that a plan leaves out while it is searched: drawn from, added to and taken from at once, however many. */
export class LeftOutList {
  private readonly items: Int32Array;
  /** Where each meeting stands among them; -1 for those that are placed. */
  private readonly at: Int32Array;
  size: number;

  /** Begins with all of so many meetings. */
  constructor(meetings: number) {
    this.items = Int32Array.from({ length: meetings }, (_, meeting) => meeting);
    this.at = this.items.slice();
    this.size = meetings;
  }

  nth(n: number): number {
    return this.items[n]!;
  }

  all(): Int32Array {
    return this.items.slice(0, this.size);
  }

  add(meeting: number): void {
    if (this.at[meeting]! >= 0) return;
    this.items[this.size] = meeting;
    this.at[meeting] = this.size;
    this.size += 1;
  }

  remove(meeting: number): void {
    const place = this.at[meeting]!;
    if (place < 0) return;
    this.size -= 1;
    const last = this.items[this.size]!;
    this.items[place] = last;
    this.at[last] = place;
    this.at[meeting] = -1;
  }
}
