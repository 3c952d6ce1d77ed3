import { listWorksheets, readAdvice, readFacts, readWorksheet } from '@forum/contract/advice';
import { listAttachments } from '@forum/contract/attachments';
import {
  accreditationHistory,
  listAidesOf,
  listAidesToConfirm,
  listDelegates,
  listDelegations,
  listMembers,
} from '@forum/contract/delegations';
import { listPeople, readPerson, readRegistration } from '@forum/contract/delegations';
import { frontPage, listEditions, readEdition } from '@forum/contract/editions';
import { listOfficers } from '@forum/contract/export-control';
import { listFactorHolders, readFactors } from '@forum/contract/factors';
import { listColleagues, listFirmImports, listFirms, readFirm } from '@forum/contract/firms';
import { listAideActs, listAides, listInvitationsAsAide, whoAmI } from '@forum/contract/identity';
import { type Change, type ChangeType, type Computed } from '@forum/contract/live';
import {
  explainMatch,
  listAllNoMeets,
  listCapabilities,
  listNoMeets,
  listReadiness,
  listRuleFirms,
  listSuggestions,
  listWishes,
  readMatchSettings,
  readProfile,
  seeProfile,
} from '@forum/contract/matchmaking';
import {
  listAllMeetings,
  listHelpCalls,
  listMeetings,
  readAvailability,
  readHalls,
  readMeeting,
  suitableTimes,
} from '@forum/contract/meetings';
import { listInterpreters, listUninterpreted, readInterpreterChoice } from '@forum/contract/interpreters';
import {
  listPlanAbsences,
  listPlanRuns,
  readPlanEffect,
  readPlanPins,
  readPlanRun,
  readPlanScope,
} from '@forum/contract/planning';
import { listNoShows, listOutcomes, readFigures, readReport } from '@forum/contract/outcomes';
import { readPreferredTimes } from '@forum/contract/preferred-times';
import {
  listImports,
  listRoomsAndTracks,
  readProgramme,
  readRestricted,
  readSession,
  readStars,
} from '@forum/contract/programme';
import { listFirmPeople, readOwnRepresentation } from '@forum/contract/representation';
import { type Route } from '@forum/contract/route';
import { readSessionPeople } from '@forum/contract/session-people';

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
