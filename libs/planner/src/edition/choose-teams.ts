import { type EditionFirm, type EditionTeam } from './edition-facts.ts';

/**
 * Chooses the team that each firm sends to each meeting: of two or more the one with the most open slots left that the
 * other side has open too, so that hours count and the work is shared. Deterministic: ties go to the first team.
 *
 * @param pairs the meetings in order of importance
 * @returns the teams of each pair, in its order
 */
export function chooseTeams(
  pairs: readonly { readonly a: string; readonly b: string }[],
  firms: ReadonlyMap<string, EditionFirm>,
  slots: number,
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
  return pairs.map(({ a, b }) => {
    const options = firms
      .get(a)!
      .teams.flatMap((one) => firms.get(b)!.teams.map((other) => ({ one, other })));
    let best = options[0]!;
    if (options.length > 1) {
      const worth = ({ one, other }: typeof best) =>
        (shared(one, other) === 0 ? -1_000_000 : 0) +
        Math.min(left(one), left(other)) * 100 +
        shared(one, other);
      for (const option of options) if (worth(option) > worth(best)) best = option;
    }
    for (const team of [best.one, best.other]) load.set(team, (load.get(team) ?? 0) + 1);
    return [best.one.id, best.other.id];
  });
}
