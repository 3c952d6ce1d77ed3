interface Note {
  code: string;
  where: string;
  value: string;
  count?: number | undefined;
}

/** All notes of one kind: how many things they tell of, and where the first of them are. */
export interface NoteGroup {
  code: string;
  count: number;
  places: string[];
}

/** Notes by kind, in the order of the first of each; what a report leaves out for length counts with its kind. */
export function groupedNotes(notes: readonly Note[]): NoteGroup[] {
  const groups = new Map<string, NoteGroup>();
  let last: NoteGroup | undefined;
  for (const { code, where, value, count = 1 } of notes) {
    if (code === 'report.shortened') {
      if (last) last.count += Number(value);
      continue;
    }
    last = groups.get(code) ?? { code, count: 0, places: [] };
    groups.set(code, last);
    last.count += count;
    last.places.push([where, value].filter(Boolean).join(' · '));
  }
  return [...groups.values()];
}
