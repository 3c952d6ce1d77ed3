/** In what capacity a person takes part in an edition. Places of delegations and eligibility depend on it. */
export const delegateCategories = [
  'government',
  'institution',
  'parliamentarian',
  'industry',
  'research',
  'media',
  'staff',
] as const;

/** The category of a delegate. */
export type DelegateCategory = (typeof delegateCategories)[number];
