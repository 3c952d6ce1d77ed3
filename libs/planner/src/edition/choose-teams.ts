import { canInterpret, haveCommonLanguage } from '@forum/domain/meetings/interpreting';
import type { EditionFirm, EditionInterpreter, EditionMeeting, EditionTeam } from './edition-facts.ts';

/** What speaks against a pair of teams, the worst first; each outweighs all that comes after it. */
const cost = {
  neverFree: 1_000_000,
  cannotTalkAboutIt: 40_000,
  nobodyInterprets: 20_000,
  noCommonLanguage: 10_000,
} as const;

/**
 * Chooses the team that each firm sends to each meeting: of two or more those that are ever free together, that can talk
 * about the topic, that share a language or at least an interpreter, and then those with the most open slots left, so that the work is shared.
 * Deterministic: ties go to the first team.
 *
 * @param pairs the meetings in order of importance
 * @returns the teams of each pair, in its order
 */
export function chooseTeams(
  pairs: readonly Pick<EditionMeeting, 'a' | 'b' | 'topics'>[],
  firms: ReadonlyMap<string, EditionFirm>,
  slots: number,
  interpreters: readonly EditionInterpreter[],
): [string, string][] {
  const open = new Map<EditionTeam, Set<number>>();
  const load = new Map<EditionTeam, number>();
  for (const { teams } of firms.values()) {
    for (const team of teams) {
      const busy = new Set(team.busy);
      open.set(
        team,
        new Set(Array.from({ length: slots }, (_, slot) => slot).filter((slot) => !busy.has(slot))),
      );
    }
  }
  const shared = (one: EditionTeam, other: EditionTeam) =>
    [...open.get(one)!].filter((slot) => open.get(other)!.has(slot)).length;
  const left = (team: EditionTeam) => open.get(team)!.size - (load.get(team) ?? 0);
  return pairs.map(({ a, b, topics = [] }) => {
    const options = sendable(firms.get(a)!).flatMap((one) =>
      sendable(firms.get(b)!).map((other) => ({ one, other })),
    );
    let best = options[0]!;
    if (options.length > 1) {
      const worth = ({ one, other }: typeof best) =>
        (shared(one, other) === 0 ? -cost.neverFree : 0) -
        [one, other].filter((team) => !talksAbout(team, topics)).length * cost.cannotTalkAboutIt -
        languageCost(one, other, interpreters) +
        Math.min(left(one), left(other)) * 100 +
        shared(one, other);
      for (const option of options) if (worth(option) > worth(best)) best = option;
    }
    for (const team of [best.one, best.other]) load.set(team, (load.get(team) ?? 0) + 1);
    return [best.one.id, best.other.id];
  });
}

function languageCost(
  { languages: one = [] }: EditionTeam,
  { languages: other = [] }: EditionTeam,
  interpreters: readonly EditionInterpreter[],
): number {
  if (haveCommonLanguage(one, other)) return 0;
  const hasSomebody = interpreters.some(({ languages }) => canInterpret(languages, one, other));
  return cost.noCommonLanguage + (hasSomebody ? 0 : cost.nobodyInterprets);
}

/** The teams that a firm sends to a new meeting. */
export const sendable = ({ teams }: EditionFirm): readonly EditionTeam[] =>
  teams.filter(({ onlyStanding = false }) => !onlyStanding);

const talksAbout = ({ capabilities = [] }: EditionTeam, topics: readonly string[]): boolean =>
  capabilities.length === 0 || topics.length === 0 || topics.some((topic) => capabilities.includes(topic));
