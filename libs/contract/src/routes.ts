import * as advice from './advice/advice.ts';
import * as routeFacts from './advice/route-facts.ts';
import * as worksheets from './advice/worksheets.ts';
import * as audit from './audit/audit.ts';
import * as calendar from './calendar/calendar.ts';
import * as accreditation from './delegations/accreditation.ts';
import * as aidesOfDelegates from './delegations/aides.ts';
import * as daySheet from './delegations/day-sheet.ts';
import * as delegates from './delegations/delegates.ts';
import * as delegations from './delegations/delegations.ts';
import * as needs from './delegations/needs.ts';
import * as people from './delegations/people.ts';
import * as registration from './delegations/registration.ts';
import * as representation from './delegations/representation.ts';
import * as roles from './delegations/roles.ts';
import * as capitals from './editions/capitals.ts';
import * as editions from './editions/editions.ts';
import * as frontPage from './editions/front-page.ts';
import * as rotation from './editions/rotation.ts';
import * as visitorPage from './editions/visitor-page.ts';
import * as firms from './firms/firms.ts';
import * as firmImports from './firms/imports.ts';
import * as listing from './firms/listing.ts';
import * as teams from './firms/teams.ts';
import * as aides from './identity/aides.ts';
import * as factorHolders from './identity/factors/factor-holders.ts';
import * as factors from './identity/factors/factors.ts';
import * as lostFactor from './identity/factors/lost-factor.ts';
import * as passkeys from './identity/factors/passkeys.ts';
import * as me from './identity/me.ts';
import * as personSessions from './identity/person-sessions.ts';
import * as signIn from './identity/sign-in.ts';
import * as changes from './live/changes.ts';
import * as capabilities from './matchmaking/capabilities.ts';
import * as noMeets from './matchmaking/no-meets.ts';
import * as absences from './matchmaking/planning/absences.ts';
import * as pins from './matchmaking/planning/pins.ts';
import * as planRuns from './matchmaking/planning/plan-runs.ts';
import * as publication from './matchmaking/planning/publication.ts';
import * as preferredTimes from './matchmaking/preferred-times.ts';
import * as profiles from './matchmaking/profiles.ts';
import * as readiness from './matchmaking/readiness.ts';
import * as settings from './matchmaking/settings.ts';
import * as suggestions from './matchmaking/suggestions.ts';
import * as wishes from './matchmaking/wishes.ts';
import * as agreedMeetings from './meetings/agreed-meetings.ts';
import * as allMeetings from './meetings/all-meetings.ts';
import * as attachments from './meetings/attachments.ts';
import * as availability from './meetings/availability.ts';
import * as dayMessages from './meetings/day-messages.ts';
import * as exportControl from './meetings/export-control.ts';
import * as halls from './meetings/halls.ts';
import * as helpCalls from './meetings/help-calls.ts';
import * as interpreters from './meetings/interpreters.ts';
import * as meetings from './meetings/meetings.ts';
import * as requests from './meetings/requests.ts';
import * as mailState from './operations/mail-state.ts';
import * as figures from './outcomes/figures.ts';
import * as ledger from './outcomes/ledger.ts';
import * as reports from './outcomes/reports.ts';
import * as programmeImports from './programme/imports.ts';
import * as programme from './programme/programme.ts';
import * as roomsAndTracks from './programme/rooms-and-tracks.ts';
import * as sessionChanges from './programme/session-changes.ts';
import * as sessionPeople from './programme/session-people.ts';
import * as stars from './programme/stars.ts';
import * as removals from './removals/removals.ts';
import type { Route } from './route.ts';

/** The files of each subject, in the order in which the document lists their routes. */
const subjects: Record<string, object[]> = {
  identity: [signIn, me, aides],
  factors: [factors, factorHolders, passkeys, lostFactor, personSessions],
  editions: [frontPage, editions, capitals, visitorPage, rotation],
  delegations: [
    registration,
    delegations,
    delegates,
    accreditation,
    needs,
    people,
    roles,
    aidesOfDelegates,
    daySheet,
  ],
  programme: [programme, sessionChanges, roomsAndTracks, programmeImports, stars],
  sessionPeople: [sessionPeople],
  firms: [firms, listing, teams, firmImports],
  meetings: [halls, meetings, requests, agreedMeetings, dayMessages, helpCalls, allMeetings, availability],
  attachments: [attachments],
  interpreters: [interpreters],
  planning: [planRuns, publication, absences, pins],
  matchmaking: [capabilities, profiles, suggestions, wishes, noMeets, settings, readiness],
  preferredTimes: [preferredTimes],
  advice: [routeFacts, advice, worksheets],
  exportControl: [exportControl],
  removals: [removals],
  representation: [representation],
  outcomes: [reports, ledger, figures],
  live: [changes, audit],
  mails: [mailState],
  calendar: [calendar],
};

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'action' in value;

const routesOf = (files: object[]): [string, Route][] =>
  files
    .flatMap((file) => Object.entries(file))
    .filter((entry): entry is [string, Route] => isRoute(entry[1]));

/** Every route of the API by subject and name: what the server must serve, and what OpenAPI describes. */
export const routes: ReadonlyMap<string, Route> = new Map(
  Object.entries(subjects).flatMap(([subject, files]) =>
    routesOf(files).map(([name, route]) => [`${subject}.${name}`, route] as const),
  ),
);
