import type { FirmProfile, ProfileLine } from './profile.ts';

/** A part of a profile that is one answer, and one that is a list of lines. */
type AnswerField = 'size' | 'establishedIn' | 'controlledFrom' | 'interests';
type LinesField = 'offers' | 'needs';

/** What two people have both changed, each in another way: both wordings, and which of them stands. */
export type ProfileClash = { readonly stands: 'mine' | 'theirs' } & (
  | {
      [Field in AnswerField]: {
        readonly field: Field;
        readonly mine: FirmProfile[Field];
        readonly theirs: FirmProfile[Field];
      };
    }[AnswerField]
  /** Null for whoever has removed the line. */
  | { readonly field: LinesField; readonly mine: ProfileLine | null; readonly theirs: ProfileLine | null }
);

/** Two people's changes to one profile put together. */
export interface MergedProfile {
  readonly profile: FirmProfile;
  /** Where both changed the same; mine stands unless I removed the line, for me to choose. */
  readonly clashes: readonly ProfileClash[];
}

/**
 * Puts together what I changed and what somebody else has saved meanwhile, both from the same beginning. What only one
 * has changed is taken from them. Where both have, mine is kept and told as a clash; a line that one changed and the
 * other removed stays. A line is known by its capability and mode.
 */
export function mergeProfiles(base: FirmProfile, mine: FirmProfile, theirs: FirmProfile): MergedProfile {
  const clashes: ProfileClash[] = [];
  const choose = <Value>(before: Value, my: Value, their: Value, clash: () => ProfileClash): Value => {
    if (isSame(my, before)) return their;
    if (!isSame(their, before) && !isSame(my, their)) clashes.push(clash());
    return my;
  };
  const field = <Name extends AnswerField>(name: Name) => {
    const both = { field: name, mine: mine[name], theirs: theirs[name] };
    return choose(base[name], mine[name], theirs[name], () => ({ stands: 'mine', ...both }) as ProfileClash);
  };
  const lines = (name: LinesField) => {
    const [before, my, their] = [base, mine, theirs].map((profile) => byKey(profile[name]));
    const keys = new Set([...(their?.keys() ?? []), ...(my?.keys() ?? [])]);
    return [...keys].flatMap((key) => {
      const [was, own, other] = [before?.get(key), my?.get(key), their?.get(key)];
      const line = choose(was, own, other, () => ({
        stands: own ? 'mine' : 'theirs',
        field: name,
        mine: own ?? null,
        theirs: other ?? null,
      }));
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

/** A profile in which one of both wordings of a clash stands; a line that its author removed is taken out. */
export function settleClash(
  profile: FirmProfile,
  { field, mine, theirs }: ProfileClash,
  stands: ProfileClash['stands'],
): FirmProfile {
  const chosen = stands === 'mine' ? mine : theirs;
  if (field !== 'offers' && field !== 'needs') return { ...profile, [field]: chosen };
  const keys = [mine as ProfileLine | null, theirs as ProfileLine | null].map((line) => line && keyOf(line));
  const lines = profile[field];
  const at = lines.findIndex((line) => keys.includes(keyOf(line)));
  const line = chosen ? [chosen as ProfileLine] : [];
  const place = at < 0 ? lines.length : at;
  return { ...profile, [field]: [...lines.slice(0, place), ...line, ...lines.slice(place + 1)] };
}

const keyOf = ({ capability, mode }: ProfileLine) => `${capability} ${mode}`;

const byKey = (lines: readonly ProfileLine[]) => new Map(lines.map((line) => [keyOf(line), line]));

/** Whether two parts of a profile say the same, whatever the order of their fields. */
const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';
