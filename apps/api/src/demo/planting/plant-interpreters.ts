import type { Transaction } from '../../database/database.ts';
import { demoInterpreters } from '../data/interpreters.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant, rangeOf } from './plant.ts';

/** Plants who interprets at meetings of the live edition. */
export async function plantInterpreters(transaction: Transaction, days: DemoDays): Promise<void> {
  await plant(
    transaction,
    'interpreter',
    demoInterpreters.map(({ name, languages, hours, mostInARow }) => ({
      id: demoId('interpreter', name),
      edition_id: demoEditionId,
      name,
      languages: languages.split(' '),
      hours: hours === '' ? null : rangesOf(hours, days),
      most_in_a_row: mostInARow === '' ? null : Number(mostInARow),
      version: 1,
    })),
  );
}

/** From and until of a day, on each day of the forum, as PostgreSQL reads several ranges. */
function rangesOf(hours: string, days: DemoDays): string {
  const [from = '', until = ''] = hours.split(' ');
  const ranges = [1, 2, 3].map((day) =>
    rangeOf(days.time(day, from, 0).start, days.time(day, until, 0).start),
  );
  return `{${ranges.join(',')}}`;
}
