import { adviceEntities } from '../advice/advice.entities.ts';
import { auditEntities } from '../audit/audit.entities.ts';
import { calendarEntities } from '../calendar/calendar.entities.ts';
import { delegationsEntities } from '../delegations/delegations.entities.ts';
import { editionsEntities } from '../editions/editions.entities.ts';
import { firmsEntities } from '../firms/firms.entities.ts';
import { httpEntities } from '../http/http.entities.ts';
import { identityEntities } from '../identity/identity.entities.ts';
import { importsEntities } from '../imports/imports.entities.ts';
import { liveEntities } from '../live/live.entities.ts';
import { mailEntities } from '../mail/mail.entities.ts';
import { matchmakingEntities } from '../matchmaking/matchmaking.entities.ts';
import { meetingsEntities } from '../meetings/meetings.entities.ts';
import { outcomesEntities } from '../outcomes/outcomes.entities.ts';
import { programmeEntities } from '../programme/programme.entities.ts';
import { reservationsEntities } from '../reservations/reservations.entities.ts';
import { securityEventsEntities } from '../security-events/security-events.entities.ts';

/** The entities of all subjects: one for each table. Named, not found by a pattern, because the server is one bundle. */
export const entities = [
  ...adviceEntities,
  ...auditEntities,
  ...calendarEntities,
  ...delegationsEntities,
  ...editionsEntities,
  ...firmsEntities,
  ...httpEntities,
  ...identityEntities,
  ...importsEntities,
  ...liveEntities,
  ...mailEntities,
  ...matchmakingEntities,
  ...meetingsEntities,
  ...outcomesEntities,
  ...programmeEntities,
  ...reservationsEntities,
  ...securityEventsEntities,
];
