import { readAdvice } from '@forum/contract/advice/advice';
import { readFacts } from '@forum/contract/advice/route-facts';
import { listWorksheets, readWorksheet } from '@forum/contract/advice/worksheets';
import { listAttachments } from '@forum/contract/meetings/attachments';
import { accreditationHistory } from '@forum/contract/delegations/accreditation';
import { listAidesOf, listAidesToConfirm } from '@forum/contract/delegations/aides';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { listDelegations, listMembers } from '@forum/contract/delegations/delegations';
import { listPeople, readPerson } from '@forum/contract/delegations/people';
import { readRegistration } from '@forum/contract/delegations/registration';
import { listEditions, readEdition } from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { listOfficers } from '@forum/contract/meetings/export-control';
import { listFactorHolders } from '@forum/contract/identity/factors/factor-holders';
import { readFactors } from '@forum/contract/identity/factors/factors';
import { listFirms, readFirm } from '@forum/contract/firms/firms';
import { listFirmImports } from '@forum/contract/firms/imports';
import { listColleagues } from '@forum/contract/firms/teams';
import { listAideActs, listAides, listInvitationsAsAide } from '@forum/contract/identity/aides';
import { whoAmI } from '@forum/contract/identity/me';
import type { Change, ChangeType } from '@forum/contract/live/changes';
import type { Computed } from '@forum/contract/live/events';
import { listCapabilities } from '@forum/contract/matchmaking/capabilities';
import { listAllNoMeets, listNoMeets } from '@forum/contract/matchmaking/no-meets';
import { readProfile, seeProfile } from '@forum/contract/matchmaking/profiles';
import { listReadiness } from '@forum/contract/matchmaking/readiness';
import { listRuleFirms, readMatchSettings } from '@forum/contract/matchmaking/settings';
import { explainMatch, listSuggestions } from '@forum/contract/matchmaking/suggestions';
import { listWishes } from '@forum/contract/matchmaking/wishes';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { readAvailability } from '@forum/contract/meetings/availability';
import { readHalls } from '@forum/contract/meetings/halls';
import { listHelpCalls } from '@forum/contract/meetings/help-calls';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import { suitableTimes } from '@forum/contract/meetings/requests';
import {
  listInterpreters,
  listUninterpreted,
  readInterpreterChoice,
} from '@forum/contract/meetings/interpreters';
import { listPlanAbsences } from '@forum/contract/matchmaking/planning/absences';
import { readPlanPins } from '@forum/contract/matchmaking/planning/pins';
import { listPlanRuns, readPlanRun, readPlanScope } from '@forum/contract/matchmaking/planning/plan-runs';
import { readPlanEffect } from '@forum/contract/matchmaking/planning/publication';
import { listNoShows, readFigures } from '@forum/contract/outcomes/figures';
import { listOutcomes } from '@forum/contract/outcomes/ledger';
import { readReport } from '@forum/contract/outcomes/reports';
import { readPreferredTimes } from '@forum/contract/matchmaking/preferred-times';
import { listImports } from '@forum/contract/programme/imports';
import { readProgramme, readRestricted, readSession } from '@forum/contract/programme/programme';
import { listRoomsAndTracks } from '@forum/contract/programme/rooms-and-tracks';
import { readStars } from '@forum/contract/programme/stars';
import { listFirmPeople, readOwnRepresentation } from '@forum/contract/delegations/representation';
import type { Route } from '@forum/contract/route';
import { readSessionPeople } from '@forum/contract/programme/session-people';

type FetchedType = Exclude<ChangeType, 'session.changed' | 'session.removed' | 'rights.changed'>;

const fetchedAfter: Record<FetchedType, readonly Route[]> = {
  'session-people.changed': [readSessionPeople],
  'programme.replaced': [
    readProgramme,
    readRestricted,
    readSession,
    readSessionPeople,
    readStars,
    listRoomsAndTracks,
    listImports,
  ],
  'edition.changed': [readEdition, listEditions, frontPage, readHalls, readPlanScope],
  'firms.changed': [listFirms, readFirm, listFirmImports, readPlanScope],
  'meeting.changed': [
    listMeetings,
    listAllMeetings,
    listHelpCalls,
    readMeeting,
    listAttachments,
    suitableTimes,
    readPlanScope,
    readPlanEffect,
    listInterpreters,
    listUninterpreted,
    readInterpreterChoice,
  ],
  'attachments.changed': [listAttachments],
  'attachment.saved': [],
  'interpreters.changed': [listInterpreters, readInterpreterChoice, readPlanScope, readPlanEffect],
  'plan.changed': [listPlanRuns, readPlanRun, readPlanEffect, readPlanScope, listPlanAbsences],
  'pin.changed': [readPlanPins],
  'profile.changed': [readProfile, seeProfile, listSuggestions, explainMatch, listReadiness],
  'wish.changed': [
    listWishes,
    listSuggestions,
    explainMatch,
    listReadiness,
    readPreferredTimes,
    readPlanScope,
  ],
  'no-meet.changed': [listNoMeets, listAllNoMeets, listSuggestions, explainMatch, readPlanScope],
  'matching.changed': [
    listCapabilities,
    readMatchSettings,
    listRuleFirms,
    listSuggestions,
    explainMatch,
    listWishes,
    readPlanScope,
  ],
  'officers.changed': [listOfficers, listMeetings, listAllMeetings, readMeeting],
  'representatives.changed': [listFirmPeople, listColleagues, readFirm, listDelegates],
  'advice.changed': [readFacts, readAdvice, listWorksheets, readWorksheet],
  'outcome.changed': [readReport, listOutcomes, readFigures, listNoShows, listSuggestions, explainMatch],
  'star.changed': [readStars],
  'availability.changed': [readAvailability, suitableTimes],
  'hall.changed': [readHalls, suitableTimes, readAvailability, readPreferredTimes, readPlanScope],
  'registration.changed': [
    readRegistration,
    readOwnRepresentation,
    listFirmPeople,
    listDelegates,
    accreditationHistory,
    listMembers,
    listDelegations,
    listPeople,
    readPerson,
    readSessionPeople,
    whoAmI,
    listUninterpreted,
    readInterpreterChoice,
  ],
  'delegation.changed': [listDelegations, listMembers],
  'journal.erased': [],
  'aide.changed': [listAides, listAideActs, listInvitationsAsAide, listAidesOf, listAidesToConfirm, whoAmI],
  'factor.changed': [readFactors, listFactorHolders, whoAmI],
};

/**
 * The paths of the routes that must be read again after a change; `everything` when what the reader may see has changed.
 * A session that the change carries is laid over what is there instead, so that a hall of phones does not ask at once.
 */
export function concernedBy(change: Change): readonly string[] | 'everything' {
  if (change.type === 'rights.changed') return 'everything';
  if (change.type === 'session.removed')
    return [readRestricted, readSession, readSessionPeople].map(({ path }) => path);
  if (change.type !== 'session.changed') return fetchedAfter[change.type].map((route) => route.path);
  if (change.session) return [];
  const isForAll = change.stream === 'public' || change.stream === 'accredited';
  return [isForAll ? readProgramme.path : readRestricted.path, readSession.path];
}

const computed: Record<Computed, readonly Route[]> = {
  matching: [listSuggestions, explainMatch, listWishes],
};

/** The paths of the routes whose answers rest on what the server has computed. */
export const restingOn = (what: Computed): readonly string[] => computed[what].map((route) => route.path);
