import { CreateServerRole1796083201000 } from './migrations/1796083201000-create-server-role.ts';
import { CreateEditions1796083202000 } from './migrations/1796083202000-create-editions.ts';
import { CreatePeople1796083203000 } from './migrations/1796083203000-create-people.ts';
import { CreateReservations1796083204000 } from './migrations/1796083204000-create-reservations.ts';
import { CreateFirms1796083205000 } from './migrations/1796083205000-create-firms.ts';
import { CreateDelegations1796083206000 } from './migrations/1796083206000-create-delegations.ts';
import { CreateProgramme1796083207000 } from './migrations/1796083207000-create-programme.ts';
import { CreateCalendars1796083208000 } from './migrations/1796083208000-create-calendars.ts';
import { CreateMeetings1796083209000 } from './migrations/1796083209000-create-meetings.ts';
import { CreateMatchmaking1796083210000 } from './migrations/1796083210000-create-matchmaking.ts';
import { CreateAdvice1796083211000 } from './migrations/1796083211000-create-advice.ts';
import { CreateOutcomes1796083212000 } from './migrations/1796083212000-create-outcomes.ts';
import { CreateJournal1796083213000 } from './migrations/1796083213000-create-journal.ts';
import { CreateMails1796083214000 } from './migrations/1796083214000-create-mails.ts';
import { CreateSecurityEvents1796083215000 } from './migrations/1796083215000-create-security-events.ts';
import { CreateKeyedWrites1796083216000 } from './migrations/1796083216000-create-keyed-writes.ts';
import { CreateImports1796083217000 } from './migrations/1796083217000-create-imports.ts';

/** The schema of a new forum, in its order. Named, not found by a pattern, because the server is one bundle. */
export const firstMigrations = [
  CreateServerRole1796083201000,
  CreateEditions1796083202000,
  CreatePeople1796083203000,
  CreateReservations1796083204000,
  CreateFirms1796083205000,
  CreateDelegations1796083206000,
  CreateProgramme1796083207000,
  CreateCalendars1796083208000,
  CreateMeetings1796083209000,
  CreateMatchmaking1796083210000,
  CreateAdvice1796083211000,
  CreateOutcomes1796083212000,
  CreateJournal1796083213000,
  CreateMails1796083214000,
  CreateSecurityEvents1796083215000,
  CreateKeyedWrites1796083216000,
  CreateImports1796083217000,
];

/** What changed since; a forum has each once. A new one is added at the end and never edited. */
export const migrations = [...firstMigrations];
