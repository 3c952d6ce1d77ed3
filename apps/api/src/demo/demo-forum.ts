import { instantFromMs } from '@forum/domain/time/instant';
import type { Database, Transaction } from '../database/database.ts';
import { DemoDays } from './planting/demo-days.ts';
import { plantAfterwards } from './planting/plant-afterwards.ts';
import { plantEditions } from './planting/plant-editions.ts';
import { demoTeams, plantFirms, plantTeams } from './planting/plant-firms.ts';
import { plantInterpreters } from './planting/plant-interpreters.ts';
import { demoMeetings, participantsOf, plantMeetings } from './planting/plant-meetings.ts';
import { plantPeople } from './planting/plant-people.ts';
import { plantProfiles } from './planting/plant-profiles.ts';
import { plantProgramme } from './planting/plant-programme.ts';
import { demoProgramme } from './planting/programme.ts';
import { demoRoster } from './planting/roster.ts';
import { lock } from '../database/locks.ts';

/**
 * Puts the demo forum into a database that holds no edition yet: invented people and firms, past editions, and one that
 * is live at `now` in Seoul. Does nothing where there is an edition, and happens once when several nodes start together.
 */
export async function holdDemoForum(database: Database, now: Date): Promise<void> {
  await database.write(async (transaction) => {
    await lock(transaction, 'demoForum');
    const [known] = await transaction.query('select from edition limit 1');
    if (!known) await plantForum(transaction, database, new DemoDays(instantFromMs(now.getTime())));
  });
}

async function plantForum(transaction: Transaction, database: Database, days: DemoDays): Promise<void> {
  const roster = demoRoster();
  const teams = demoTeams(roster);
  const meetings = demoMeetings(teams, days);
  const engagements = meetings.flatMap((meeting) => {
    const { slot } = meeting;
    return slot ? participantsOf(meeting).map(({ personId }) => ({ personId, ...slot })) : [];
  });
  const sessions = demoProgramme(days, roster, engagements);

  await plantEditions(transaction, days);
  await plantFirms(transaction);
  await plantPeople(transaction, roster, days);
  await plantTeams(transaction, teams, days);
  await plantProgramme(transaction, sessions, roster, days);
  await plantInterpreters(transaction, days);
  await plantMeetings(transaction, database, meetings, days);
  await plantProfiles(transaction, days);
  await plantAfterwards(transaction, { teams, meetings, days });
}
