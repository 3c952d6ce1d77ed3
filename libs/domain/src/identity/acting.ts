import { isStaffRole, type Role } from './role.ts';

/** What somebody is in an edition, as far as it says what they reach there. */
export interface Reach {
  readonly roles: readonly Role[];
  readonly accredited: boolean;
  readonly firmId: string | null;
  readonly delegationIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly sessionIds: readonly string[];
}

/**
 * What somebody is while an aide acts for them: what both reach. Roles of the host's team and the delegation that a
 * principal heads stay with the principal; a session that is restricted is seen only where the aide is named as well.
 * An aide who is not accredited brings nothing of the principal but their person.
 */
export function reachThrough<Standing extends Reach>(principal: Standing, aide: Reach): Standing {
  const { accredited } = aide;
  return {
    ...principal,
    roles: accredited ? principal.roles.filter((role) => !isStaffRole(role)) : [],
    accredited: principal.accredited && accredited,
    firmId: accredited ? principal.firmId : null,
    delegationIds: [],
    teamIds: accredited ? principal.teamIds : [],
    sessionIds: principal.sessionIds.filter((id) => aide.sessionIds.includes(id)),
  };
}
