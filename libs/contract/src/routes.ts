import * as advice from './advice.ts';
import * as attachments from './attachments.ts';
import * as calendar from './calendar.ts';
import * as delegations from './delegations.ts';
import * as editions from './editions.ts';
import * as exportControl from './export-control.ts';
import * as factors from './factors.ts';
import * as firms from './firms.ts';
import * as identity from './identity.ts';
import * as interpreters from './interpreters.ts';
import * as live from './live.ts';
import * as mails from './mails.ts';
import * as matchmaking from './matchmaking.ts';
import * as meetings from './meetings.ts';
import * as planning from './planning.ts';
import * as outcomes from './outcomes.ts';
import * as preferredTimes from './preferred-times.ts';
import * as programme from './programme.ts';
import * as removals from './removals.ts';
import * as representation from './representation.ts';
import { type Route } from './route.ts';
import * as sessionPeople from './session-people.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'action' in value;

/** Every route of the API by subject and name: what the server must serve, OpenAPI tells and the crawler visits. */
export const routes: ReadonlyMap<string, Route> = new Map(
  Object.entries({
    identity,
    factors,
    editions,
    delegations,
    programme,
    sessionPeople,
    firms,
    meetings,
    attachments,
    interpreters,
    planning,
    matchmaking,
    preferredTimes,
    advice,
    exportControl,
    removals,
    representation,
    outcomes,
    live,
    mails,
    calendar,
  }).flatMap(([subject, exports]) =>
    Object.entries(exports)
      .filter((entry): entry is [string, Route] => isRoute(entry[1]))
      .map(([name, route]) => [`${subject}.${name}`, route] as const),
  ),
);
