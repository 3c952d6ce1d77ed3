import { listDelegates } from '@forum/contract/delegations/delegates';
import { listDelegations } from '@forum/contract/delegations/delegations';
import { grantRole } from '@forum/contract/delegations/roles';
import { editEdition } from '@forum/contract/editions/editions';
import { setHost } from '@forum/contract/editions/rotation';
import { listFactorHolders } from '@forum/contract/identity/factors/factor-holders';
import { listInterpreters } from '@forum/contract/meetings/interpreters';
import { readAudit } from '@forum/contract/audit/audit';
import { readMatchSettings } from '@forum/contract/matchmaking/settings';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import { setHall } from '@forum/contract/meetings/halls';
import { readFigures } from '@forum/contract/outcomes/figures';
import { listPlanRuns } from '@forum/contract/matchmaking/planning/plan-runs';
import { proposeImport } from '@forum/contract/programme/imports';
import { changeSession } from '@forum/contract/programme/session-changes';
import type { Route } from '@forum/contract/route';
import { type PhaseName, phaseAllows } from '@forum/domain/editions/phase';
import { type Grant, may } from '@forum/domain/identity/policy';
import type { IconName } from '@forum/ui/icons/icon';

/** Who looks for a place at the desk: what they bring to the policy, and whether they are of the forum's own secretariat. */
export interface AtDesk {
  readonly grants: readonly Grant[];
  readonly secretariat: boolean;
}

/** A screen of the desk, and what it is for: whoever may not do that has no use for it. */
interface Screen {
  readonly name: string;
  readonly use: Route;
}

/** A place of the rail, with the screens beneath it. */
interface DeskPlace extends Screen {
  readonly icon: IconName;
  readonly beneath: readonly Screen[];
}

/** The places of the desk, in the order of the rail. */
export const deskPlaces: readonly DeskPlace[] = [
  {
    name: 'editions',
    use: editEdition,
    icon: 'today',
    beneath: [
      { name: 'rotation', use: setHost },
      { name: 'roles', use: grantRole },
      { name: 'second-factors', use: listFactorHolders },
    ],
  },
  {
    name: 'accreditation',
    use: listDelegates,
    icon: 'me',
    beneath: [{ name: 'delegations', use: listDelegations }],
  },
  { name: 'programme', use: changeSession, icon: 'programme', beneath: [] },
  {
    name: 'meetings',
    use: listAllMeetings,
    icon: 'meetings',
    beneath: [
      { name: 'matchmaking', use: readMatchSettings },
      { name: 'planner', use: listPlanRuns },
      { name: 'interpreters', use: listInterpreters },
      { name: 'hall', use: setHall },
      { name: 'outcomes', use: readFigures },
    ],
  },
  { name: 'imports', use: proposeImport, icon: 'firms', beneath: [{ name: 'audit', use: readAudit }] },
];

/** Whether somebody can use a screen; what is of no single edition is for the forum's secretariat alone. */
const opens = ({ use }: Screen, { grants, secretariat }: AtDesk): boolean =>
  use.path.includes(':edition') ? may(grants, use.action).length > 0 : secretariat;

/**
 * The places that somebody can use. A place of which only screens beneath it are open is led by the first of them, so
 * that none is out of reach.
 */
export function placesOf(viewer: AtDesk): DeskPlace[] {
  return deskPlaces.flatMap((place) => {
    const beneath = place.beneath.filter((screen) => opens(screen, viewer));
    if (opens(place, viewer)) return [{ ...place, beneath }];
    const [first, ...rest] = beneath;
    return first ? [{ ...place, ...first, beneath: rest }] : [];
  });
}

/** Whether a screen of the desk is closed to somebody; one that is no place of the rail is open to all of the desk. */
export function isClosedTo(name: string, viewer: AtDesk): boolean {
  const screen = deskPlaces.flatMap((place) => [place, ...place.beneath]).find((one) => one.name === name);
  return screen !== undefined && !opens(screen, viewer);
}

/** The screen that the desk opens with: the vetting while there is any, for those who do it, else their first place. */
export function firstPlace(viewer: AtDesk, phase: PhaseName): string {
  const own = placesOf(viewer).map(({ name }) => name);
  const vets = own.includes('accreditation') && phaseAllows(phase, 'accredit').ok;
  return vets ? 'accreditation' : (own[0] ?? 'account');
}
