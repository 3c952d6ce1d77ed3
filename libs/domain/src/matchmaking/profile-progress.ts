import type { FirmProfile, ProfileLine } from './profile.ts';

/** How much a profile says: enough to be found, enough to be matched well, everything. */
export const profileLevels = ['findable', 'matchable', 'complete'] as const;

/** A level of detail of a profile. */
export type ProfileLevel = (typeof profileLevels)[number];

/** Something a profile does not say yet, and the level that asks for it. */
export interface MissingDetail {
  readonly level: ProfileLevel;
  readonly field: string;
  /** Which offer or need, from 0; null when it is about the firm. */
  readonly line: number | null;
}

/** How far a profile is. */
export interface ProfileProgress {
  /** The highest level whose details, and those of the levels below, are all there; null before the first. */
  readonly level: ProfileLevel | null;
  /** Whole percent of all details; 100 exactly when nothing is missing. */
  readonly percent: number;
  /** What is missing, the first level first. */
  readonly missing: readonly MissingDetail[];
}

/**
 * How far a profile is and what is missing. A firm is findable once it has a size, a country and one offer or need;
 * matchable with both offers and needs, a maturity on each and countries of interest; complete with control, capacity,
 * lead time and a note on each. That there are none of something counts as said.
 */
export function progressOf(profile: FirmProfile): ProfileProgress {
  const details = detailsOf(profile);
  const missing = profileLevels.flatMap((level) => details.filter((one) => one.level === level && !one.said));
  const firstMissing = missing[0] ? profileLevels.indexOf(missing[0].level) : profileLevels.length;
  return {
    level: profileLevels[firstMissing - 1] ?? null,
    percent: Math.floor((100 * (details.length - missing.length)) / details.length),
    missing: missing.map(({ level, field, line }) => ({ level, field, line })),
  };
}

interface Detail extends MissingDetail {
  readonly said: boolean;
}

function detailsOf(profile: FirmProfile): Detail[] {
  const { size, establishedIn, controlledFrom, interests, offers, needs } = profile;
  const firm = (level: ProfileLevel, field: string, said: boolean) => ({ level, field, line: null, said });
  return [
    firm('findable', 'size', size !== null),
    firm('findable', 'establishedIn', (establishedIn?.length ?? 0) > 0),
    firm('findable', 'lines', offers.length + needs.length > 0),
    firm('matchable', 'offers', offers.length > 0),
    firm('matchable', 'needs', needs.length > 0),
    firm('matchable', 'interests', interests !== null),
    firm('complete', 'controlledFrom', controlledFrom !== null),
    ...offers.flatMap((line, index) => detailsOfLine('offers', line, index)),
    ...needs.flatMap((line, index) => detailsOfLine('needs', line, index)),
  ];
}

const detailsOfLine = (field: string, line: ProfileLine, index: number): Detail[] => [
  { level: 'matchable', field: `${field}.maturity`, line: index, said: line.maturity !== null },
  { level: 'complete', field: `${field}.capacity`, line: index, said: line.capacity !== null },
  { level: 'complete', field: `${field}.leadTimeWeeks`, line: index, said: line.leadTimeWeeks !== null },
  { level: 'complete', field: `${field}.note`, line: index, said: line.note !== null },
];
