import type { FirmProfile } from '../../profile.ts';
import { goalWants, isOfGroup } from '../pair-score.ts';
import { pastGain } from '../past.ts';
import type { AllPairsInput } from './score-all-pairs.ts';

/** For each need, in flat order, the goals it serves as bits. */
export function goalMasks({ firms, settings: { goals }, taxonomy }: AllPairsInput): Int32Array {
  const known = new Map<string, number>();
  const maskOf = (need: FirmProfile['needs'][number]) => {
    const key = `${need.capability} ${need.mode}`;
    const mask =
      known.get(key) ??
      goals.reduce((bits, goal, at) => bits | (goalWants(goal, need, taxonomy) ? 1 << at : 0), 0);
    known.set(key, mask);
    return mask;
  };
  return Int32Array.from(firms.flatMap(({ needs }) => needs.map(maskOf)));
}

/** What two firms gain beside their lines: interests, goals, the past. */
export function gainsBeyondLines({ firms, settings: { weights, goals }, past }: AllPairsInput) {
  const sides = ([0, 1] as const).map((side) =>
    Int32Array.from(firms, (firm) =>
      goals.reduce(
        (bits, { between }, at) => bits | (between === null || isOfGroup(between[side], firm) ? 1 << at : 0),
        0,
      ),
    ),
  );
  const pointsOfGoals = Int32Array.from({ length: 1 << goals.length }, (_, mask) =>
    goals.reduce((sum, { points }, at) => sum + ((mask >> at) & 1) * points, 0),
  );
  const interests = interestsAmong(firms);
  const places = new Map(firms.map(({ firmId }, place) => [firmId, place]));
  const pastGains = new Map<number, readonly [number, number]>();
  for (const pair of past) {
    const { firms: both, absent } = pair;
    const [i, j] = both.map((firmId) => places.get(firmId));
    if (i === undefined || j === undefined) continue;
    const common = pastGain(pair, weights)?.points ?? 0;
    const gain = (other: string) => common - (absent.includes(other) ? weights.noShow : 0);
    const forFirst = gain(both[1]);
    const forSecond = gain(both[0]);
    pastGains.set(
      Math.min(i, j) * firms.length + Math.max(i, j),
      i < j ? [forFirst, forSecond] : [forSecond, forFirst],
    );
  }
  const [left, right] = sides;
  const gain: [number, number] = [0, 0];
  return (a: number, b: number, served: number): readonly [number, number] => {
    const joined = ((left?.[a] ?? 0) & (right?.[b] ?? 0)) | ((left?.[b] ?? 0) & (right?.[a] ?? 0));
    const goal = pointsOfGoals[served & joined] ?? 0;
    gain[0] = goal + (interests(a, b) ? weights.interest : 0);
    gain[1] = goal + (interests(b, a) ? weights.interest : 0);
    const before = pastGains.size > 0 ? pastGains.get(a * firms.length + b) : undefined;
    if (before) {
      gain[0] += before[0];
      gain[1] += before[1];
    }
    return gain;
  };
}

/** Whether one firm is interested in a country of another, by a table of firm × country. */
function interestsAmong(firms: readonly FirmProfile[]): (a: number, b: number) => boolean {
  const codes = new Map<string, number>();
  for (const { establishedIn } of firms) {
    for (const country of establishedIn ?? []) if (!codes.has(country)) codes.set(country, codes.size);
  }
  const wanted = new Uint8Array(firms.length * codes.size);
  for (const [place, { interests }] of firms.entries()) {
    for (const country of interests ?? []) {
      const code = codes.get(country);
      if (code !== undefined) wanted[place * codes.size + code] = 1;
    }
  }
  const homes = firms.map(({ establishedIn }) =>
    (establishedIn ?? []).map((country) => codes.get(country) ?? 0),
  );
  return (a, b) => homes[b]?.some((code) => wanted[a * codes.size + code] === 1) ?? false;
}
