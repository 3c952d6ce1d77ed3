import { type FirmProfile, type ProfileLine } from './profile.ts';

/** What two people have both changed, each in another way. */
export interface ProfileClash {
  readonly field: 'size' | 'establishedIn' | 'controlledFrom' | 'interests' | 'offers' | 'needs';
  /** Of which line, in offers and needs. */
  readonly capability: string | null;
}

/** Two people's changes to one profile put together. */
export interface MergedProfile {
  readonly profile: FirmProfile;
  /** Where both changed the same; mine is kept, for me to look at. */
  readonly clashes: readonly ProfileClash[];
}

/**
 * Puts together what I changed and what somebody else has saved meanwhile, both from the same beginning. What only one
 * has changed is taken from them. Where both have, mine is kept and told as a clash; a line that one changed and the
 * other removed stays. A line is known by its capability and mode.
 */
export function mergeProfiles(base: FirmProfile, mine: FirmProfile, theirs: FirmProfile): MergedProfile {
  const clashes: ProfileClash[] = [];
  const choose = <Value>(before: Value, my: Value, their: Value, clash: ProfileClash): Value => {
    if (isSame(my, before)) return their;
    if (!isSame(their, before) && !isSame(my, their)) clashes.push(clash);
    return my;
  };
  const field = <Name extends 'size' | 'establishedIn' | 'controlledFrom' | 'interests'>(name: Name) =>
    choose(base[name], mine[name], theirs[name], { field: name, capability: null });
  const lines = (name: 'offers' | 'needs') => {
    const [before, my, their] = [base, mine, theirs].map((profile) => byKey(profile[name]));
    const keys = new Set([...(their?.keys() ?? []), ...(my?.keys() ?? [])]);
    return [...keys].flatMap((key) => {
      const [was, own, other] = [before?.get(key), my?.get(key), their?.get(key)];
      const capability = (own ?? other)?.capability ?? null;
      const line = choose(was, own, other, { field: name, capability });
      return line ?? (isSame(other, was) ? [] : (other ?? []));
    });
  };
  const profile = {
    firmId: mine.firmId,
    size: field('size'),
    establishedIn: field('establishedIn'),
    controlledFrom: field('controlledFrom'),
    interests: field('interests'),
    offers: lines('offers'),
    needs: lines('needs'),
  };
  return { profile, clashes };
}

const byKey = (lines: readonly ProfileLine[]) =>
  new Map(lines.map((line) => [`${line.capability} ${line.mode}`, line]));

/** Whether two parts of a profile say the same, whatever the order of their fields. */
const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';
