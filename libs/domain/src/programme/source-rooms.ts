/** A room of the edition, with the name by which files call it. */
export interface KnownRoom {
  readonly id: string;
  readonly name: string;
  readonly sourceName: string | null;
}

/** A room that an import makes, or of which it now knows what files call it. */
export interface WrittenRoom {
  readonly id: string | null;
  readonly name: string;
  readonly sourceName: string;
}

/** Which rooms the names of a file are, and what is to be written so that the next file is understood as well. */
export interface ToldRooms {
  /** By the name in this file or one before, the name in the forum. */
  readonly names: ReadonlyMap<string, string>;
  readonly written: readonly WrittenRoom[];
}

/**
 * The rooms that a file names. A room is what a file called it before, whatever the secretariat calls it now; one that
 * no file has named yet, or that this file does not know under its old name any more, is found by its name here.
 */
export function toldRooms(known: readonly KnownRoom[], told: readonly string[]): ToldRooms {
  const bySource = new Map(known.flatMap((room) => (room.sourceName ? [[room.sourceName, room]] : [])));
  const byName = new Map(known.map((room) => [room.name, room]));
  const taken = new Set(byName.keys());
  const isTold = new Set(told);
  const names = new Map(known.flatMap(({ name, sourceName }) => (sourceName ? [[sourceName, name]] : [])));
  const written: WrittenRoom[] = [];
  for (const sourceName of isTold) {
    const named = byName.get(sourceName);
    const isFree = named && (named.sourceName === null || !isTold.has(named.sourceName));
    const room = bySource.get(sourceName) ?? (isFree ? named : undefined);
    const name = room?.name ?? freeName(sourceName, taken);
    taken.add(name);
    names.set(sourceName, name);
    if (room?.sourceName !== sourceName) written.push({ id: room?.id ?? null, name, sourceName });
  }
  return { names, written };
}

/** The name, or where another room has it, the name with a number. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
  return free;
}
