/** The fields of a registration that an officer vets. A change of one makes an earlier decision worthless. */
export const vettedFields = [
  'category',
  'given',
  'family',
  'nativeScript',
  'display',
  'honorific',
  'office',
  'organisation',
  'country',
  'delegationId',
  'firmId',
] as const;

/** A vetted field of a registration. */
export type VettedField = (typeof vettedFields)[number];

/** Which of the changed fields are vetted ones. */
export function vettedAmong(changed: readonly string[]): VettedField[] {
  return vettedFields.filter((field) => changed.includes(field));
}
