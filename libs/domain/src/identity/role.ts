/** The roles that a person may hold in an edition, several at once. */
export const roles = [
  'organiser',
  'accreditation-officer',
  'delegation-head',
  'firm-representative',
  'speaker',
  'delegate',
  'auditor',
] as const;

/** A role of a person in an edition. */
export type Role = (typeof roles)[number];

/** The roles of the host's own team. They act for the edition, so they need no accreditation of their own. */
export const staffRoles = [
  'organiser',
  'accreditation-officer',
  'auditor',
] as const satisfies readonly Role[];

/** A role of the host's own team. */
export type StaffRole = (typeof staffRoles)[number];

/** Whether a role belongs to the host's team. */
export function isStaffRole(role: Role): role is StaffRole {
  return (staffRoles as readonly Role[]).includes(role);
}

/** The roles whose holders work at the desk. The host gives them by name, so their holders know of an edition that is only planned. */
export const deskRoles = [...staffRoles, 'delegation-head'] as const satisfies readonly Role[];

/** Whether one of the roles that somebody can use lets them in at the desk. */
export function opensDesk(usable: readonly Role[]): boolean {
  return usable.some((role) => (deskRoles as readonly Role[]).includes(role));
}
