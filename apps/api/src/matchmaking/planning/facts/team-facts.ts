import type { EditionFacts } from '@forum/planner/edition/edition-facts';
import type { PlanFirmRow, TeamPerson } from './plan-facts.repository.ts';

interface Given {
  firms: readonly PlanFirmRow[];
  people: readonly TeamPerson[];
  /** How many slots there are. */
  slots: number;
  canCome(person: TeamPerson, slot: number): boolean;
  /** What a firm may expect, and when it would rather meet. */
  wishesOf(firm: PlanFirmRow): { floor: number; preferred: number[] };
}

/** Firms with their teams; a team is busy in a slot in which nobody of it can come. */
export function teamFacts({ firms, people, slots, canCome, wishesOf }: Given): EditionFacts['firms'] {
  const teams = byTeam(people);
  const busyOf = (members: readonly TeamPerson[]) =>
    Array.from({ length: slots }, (_, slot) => slot).filter(
      (slot) => !members.some((person) => canCome(person, slot)),
    );
  return firms.flatMap((firm) => {
    const own = teams.get(firm.id);
    if (!own) return [];
    return [
      {
        id: firm.id,
        ...wishesOf(firm),
        teams: [...own].map(([id, members]) => ({
          id,
          busy: busyOf(members),
          capabilities: members[0]?.capabilities ?? [],
          languages: [...new Set(members.flatMap(({ languages }) => languages))],
          onlyStanding: members.some(({ isRemoved }) => isRemoved),
        })),
      },
    ];
  });
}

/** People by firm and by team. */
function byTeam(people: readonly TeamPerson[]): Map<string, Map<string, TeamPerson[]>> {
  const teams = new Map<string, Map<string, TeamPerson[]>>();
  for (const person of people) {
    const ofFirm = teams.get(person.firmId) ?? new Map<string, TeamPerson[]>();
    ofFirm.set(person.teamId, [...(ofFirm.get(person.teamId) ?? []), person]);
    teams.set(person.firmId, ofFirm);
  }
  return teams;
}
