import type { PlanInstance } from '../instance/instance.ts';
import { pairTeams, placesOf } from '../model/pairings.ts';
import type { Contradiction } from './contradiction.ts';

/** A mandatory meeting that no plan can hold whatever the slots: its firms, teams, interpreters or tables forbid it. */
export function findRefusedMeeting(instance: PlanInstance): Contradiction | null {
  const firms = new Map(instance.firms.map((firm) => [firm.id, firm]));
  const met = new Map<string, number>();
  for (const [row, meeting] of instance.meetings.entries()) {
    if (meeting.optional) continue;
    const [a, b] = meeting.firms.map((id) => firms.get(id)!);
    if (!a || !b) continue;
    const name = `Meeting ${meeting.id} of firms ${a.id} and ${b.id}`;
    const refuse = (code: Contradiction['code'], why: string, meetings = [row]): Contradiction => ({
      code,
      meetings,
      sentence: `${name} ${why}.`,
    });
    if (!instance.rules.ownCompany && a.company === b.company) {
      return refuse('own-company', `would be a meeting of company ${a.company} with itself`);
    }
    const pair = [a.company, b.company].sort().join('\n');
    const before = met.get(pair);
    if (!instance.rules.again && before !== undefined) {
      return refuse('again', `repeats meeting ${instance.meetings[before]!.id} of the same companies`, [
        before,
        row,
      ]);
    }
    met.set(pair, row);
    const { fails } = pairTeams(instance, meeting, [a.teams, b.teams]);
    if (fails === 'no-team')
      return refuse('no-team', 'finds no two teams with the capability and the rank it needs');
    if (fails === 'no-interpreter') return refuse('no-interpreter', 'finds no interpreter between its teams');
    if (
      !placesOf(instance, meeting).some((group) => instance.tables[group]!.count.some((count) => count > 0))
    ) {
      return refuse('no-table', 'has no table where it may take place');
    }
  }
  return null;
}
