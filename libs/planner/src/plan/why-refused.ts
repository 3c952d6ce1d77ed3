import type { PlanFirm, PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { pairTeams, placesOf } from '../model/pairings.ts';
import type { LeftOut } from './plan-result.ts';

/** What is told of a meeting that is left out. */
export type Told = Omit<LeftOut, 'meeting'>;

/** Why no plan can hold a meeting, whatever the slots: its firms, teams, interpreters or tables forbid it; null when they do not. */
export function whyRefused(
  instance: PlanInstance,
  meeting: PlanMeeting,
  firms: ReadonlyMap<string, PlanFirm>,
): Told | null {
  const [a, b] = meeting.firms.map((id) => firms.get(id)!);
  if (!instance.rules.ownCompany && a!.company === b!.company) {
    const reason = `Both firms belong to company ${a!.company}.`;
    return { code: 'own-company', reason, remedy: 'Allow meetings within a company, or drop it.' };
  }
  const { fails } = pairTeams(instance, meeting, [a!.teams, b!.teams]);
  if (fails === 'no-team') {
    const what = [
      meeting.capability && `capability ${meeting.capability}`,
      meeting.protocol && 'parity of rank and size',
    ];
    const reason = `No two teams of ${a!.id} and ${b!.id} have ${what.filter(Boolean).join(' and ') || 'what it needs'}.`;
    return { code: 'no-team', reason, remedy: 'Send a team that has it, or ask for less.' };
  }
  if (fails === 'no-interpreter') {
    const reason = `Teams of ${a!.id} and ${b!.id} share no language and no interpreter knows both sides.`;
    return { code: 'no-interpreter', reason, remedy: 'Engage an interpreter between their languages.' };
  }
  if (placesOf(instance, meeting).length === 0) {
    return {
      code: 'no-table',
      reason: 'It has no table where it may take place.',
      remedy: 'Name another table.',
    };
  }
  return null;
}
