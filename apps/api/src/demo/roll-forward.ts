import type { StreamName } from '@forum/domain/identity/streams';
import { forumDay } from '@forum/domain/time/forum-day';
import { addDays } from '@forum/domain/time/zoned';
import type { Database, Transaction } from '../database/database.ts';
import { Changes } from '../live/changes.ts';
import { demoEditionId } from './planting/demo-id.ts';
import { shiftDates } from './rolling/shift-dates.ts';
import { turnYears } from './rolling/turn-years.ts';

interface Ended {
  version: number;
  startsOn: string;
  endsOn: string;
  zone: string;
}

const dayMs = 86_400_000;

/**
 * Makes the demo edition live again when it ended on an earlier day: every date of it moves by the same whole days, so
 * that `now` is on its second day. One that is not over, or that somebody has closed, stays as it is.
 */
export async function rollForward(database: Database, now: Date): Promise<void> {
  await database.write(async (transaction) => {
    const [edition] = await transaction.query<Ended>(
      `select version, starts_on::text as "startsOn", ends_on::text as "endsOn", zone from edition
       where id = $1 and phase = 'live' for update`,
      [demoEditionId],
    );
    if (!edition) return;
    const today = forumDay(now.toISOString(), edition);
    if (today <= edition.endsOn) return;
    const startsOn = addDays(today, -1);
    const days = Math.round((Date.parse(startsOn) - Date.parse(edition.startsOn)) / dayMs);
    await shiftDates(transaction, demoEditionId, days);
    await turnYears(transaction, Number(startsOn.slice(0, 4)) - Number(edition.startsOn.slice(0, 4)));
    await tellAll(transaction, edition.version + 1);
  });
}

/** Whoever kept a copy of the edition reads it again. */
async function tellAll(transaction: Transaction, version: number): Promise<void> {
  const rows = await transaction.query<{ stream: StreamName }>(
    `select 'session:' || id as stream from session where edition_id = $1 and audience = 'restricted'
     union all select 'firm:' || firm_id from firm_in_edition where edition_id = $1 order by stream`,
    [demoEditionId],
  );
  const ofSome = rows.map(({ stream }) => stream);
  const told = { editionId: demoEditionId, entityId: demoEditionId, version };
  await new Changes().record(
    transaction,
    null,
    { ...told, type: 'edition.changed', streams: ['public'] },
    {
      ...told,
      type: 'programme.replaced',
      streams: [
        'public',
        'accredited',
        'staff:organiser',
        ...ofSome.filter((one) => one.startsWith('session:')),
      ],
    },
    {
      ...told,
      type: 'meeting.changed',
      streams: ['staff:organiser', ...ofSome.filter((one) => one.startsWith('firm:'))],
    },
  );
}
