import type { Hall } from '@forum/contract/meetings/halls';

/** The table that is chosen in a hall: the one that was chosen last, if it stands there, else its first. */
export function tableOf(hall: Pick<Hall, 'tables'> | undefined, chosen: string): string {
  const tables = hall?.tables ?? [];
  return (tables.find(({ id }) => id === chosen) ?? tables[0])?.id ?? '';
}
