import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { StartError } from '../start-error.ts';

/** From where to where the WAL of a backup goes. */
export interface WalRange {
  /** The label of the backup, which names its first segment. */
  label: string;
  /** The position after the last byte that is needed, as PostgreSQL writes it: two hexadecimal halves. */
  end: string;
  segmentSize: number;
}

/** The names of the segments, each of which must be there. */
export async function segmentsOf(cluster: string, range: WalRange): Promise<string[]> {
  const wanted = namesBetween(range);
  const there = new Set(await readdir(path.join(cluster, 'pg_wal')));
  const missing = wanted.filter((name) => !there.has(name));
  if (missing.length > 0)
    throw new StartError(`PostgreSQL removed WAL of the backup: ${missing.join(', ')}. Try again.`);
  return wanted;
}

/** A segment is named by its timeline, and by its number in two parts: how many 4 GiB lie before it, and which it is there. */
export function namesBetween({ label, end, segmentSize }: WalRange): string[] {
  const [, first] = /START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/.exec(label) ?? [];
  const [high = '', low = ''] = end.split('/');
  if (!first || !low) throw new StartError(`The label of the backup cannot be read: ${label}`);
  const perPart = 2 ** 32 / segmentSize;
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(8, '0');
  const begin = parseInt(first.slice(8, 16), 16) * perPart + parseInt(first.slice(16), 16);
  const last = parseInt(high, 16) * perPart + Math.floor((parseInt(low, 16) - 1) / segmentSize);
  return Array.from({ length: last - begin + 1 }, (_, n) => begin + n).map(
    (number) => first.slice(0, 8) + hex(Math.floor(number / perPart)) + hex(number % perPart),
  );
}
