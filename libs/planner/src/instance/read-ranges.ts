import { Fields, refuse } from './fields.ts';
import type { SlotRange } from './instance.ts';

/** The named ranges of slots in a field, each `[from, to)` within the slots there are. */
export function readRanges(fields: Fields, name: string, slots: number): SlotRange[] {
  const seen = new Set<string>();
  return fields.list(name, (item, path) => {
    const range = new Fields(item, path);
    const read = {
      id: range.id('id'),
      from: range.whole('from', [0, slots]),
      to: range.whole('to', [0, slots]),
    };
    range.end();
    if (read.to < read.from)
      refuse(`${path}.to`, read.to, `end at or after slot ${read.from}, where it begins`);
    if (seen.has(read.id)) refuse(`${path}.id`, read.id, 'name each range once');
    seen.add(read.id);
    return read;
  });
}
