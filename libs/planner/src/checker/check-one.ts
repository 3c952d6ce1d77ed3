import type { PlanInstance, PlanTeam } from '../instance/instance.ts';
import { type HeldMeeting, violation } from './held-meeting.ts';
import type { Violation } from './violation.ts';

/** The rules that concern one meeting by itself. */
export function checkOne(instance: PlanInstance, held: HeldMeeting): Violation[] {
  const { meeting, at, firms, teams, group, interpreter } = held;
  const found: Violation[] = [];
  const wrong = (rule: Violation['rule'], what: string) =>
    found.push(violation(rule, [meeting.id], `Meeting ${meeting.id} ${what}.`));
  firms.forEach((firm, side) => {
    if (firm.forbidden.includes(at.slot))
      wrong('closed', `lies in slot ${at.slot}, which firm ${firm.id} has closed`);
    else if (teams[side]!.forbidden.includes(at.slot)) {
      wrong('closed', `lies in slot ${at.slot}, which team ${teams[side]!.id} has closed`);
    }
  });
  const session = instance.sessions.find(({ id }) => id === meeting.within);
  if (session && (at.slot < session.from || at.slot >= session.to)) {
    wrong('session', `lies in slot ${at.slot}, outside its session ${session.id}`);
  }
  if (meeting.fixed !== null && meeting.fixed !== at.slot)
    wrong('pinned', `is pinned to slot ${meeting.fixed}`);
  if (at.table < 0 || !Number.isInteger(at.table) || at.table >= group.count[at.slot]!) {
    wrong(
      'table',
      `is at table ${at.table} of ${group.id}, which has ${group.count[at.slot]} in slot ${at.slot}`,
    );
  }
  if (meeting.tables && !meeting.tables.includes(group.id))
    wrong('table', `may not take place at ${group.id}`);
  if (!meeting.tables && !meeting.protocol?.host && group.host !== null) {
    wrong('table', `takes place at ${group.id}, which is the place of ${group.host}`);
  }
  if (!instance.rules.ownCompany && firms[0].company === firms[1].company) {
    wrong('own-company', `is one of company ${firms[0].company} with itself`);
  }
  for (const team of teams) {
    const { capabilities } = team;
    if (
      meeting.capability !== null &&
      capabilities.length > 0 &&
      !capabilities.includes(meeting.capability)
    ) {
      wrong('capability', `needs ${meeting.capability}, which team ${team.id} does not have`);
    }
  }
  const mayLackOne = meeting.withoutInterpreter && interpreter === null;
  if (!mayLackOne && !understand(meeting.language, teams, interpreter?.languages ?? [])) {
    wrong(
      'language',
      `has teams that do not understand each other${interpreter ? ` through ${interpreter.id}` : ''}`,
    );
  }
  if (interpreter?.forbidden.includes(at.slot))
    wrong('interpreter', `has ${interpreter.id} in a slot closed to them`);
  return [...found, ...checkProtocol(held)];
}

/** Whether both teams follow the talk: in its language, or in one that the interpreter turns it into. */
function understand(
  language: string | null,
  teams: readonly PlanTeam[],
  interpreted: readonly string[],
): boolean {
  const [a, b] = teams.map(({ languages }) => languages);
  const knows = (known: readonly string[], one: string) => known.length === 0 || known.includes(one);
  const throughInterpreter = (known: readonly string[]) => known.some((one) => interpreted.includes(one));
  if (language !== null) {
    const isInterpreted = interpreted.includes(language);
    return [a!, b!].every((known) => knows(known, language) || (isInterpreted && throughInterpreter(known)));
  }
  if (a!.length === 0 || b!.length === 0 || a!.some((one) => b!.includes(one))) return true;
  return throughInterpreter(a!) && throughInterpreter(b!);
}

/** Parity of rank and size, and the host's place. */
function checkProtocol({ meeting, teams, group }: HeldMeeting): Violation[] {
  const { protocol, id } = meeting;
  if (!protocol) return [];
  const found: Violation[] = [];
  const difference = (one: number | null, other: number | null) =>
    one === null || other === null ? Infinity : Math.abs(one - other);
  const [a, b] = teams;
  if (difference(a.rank, b.rank) > protocol.rankDifference) {
    found.push(
      violation('rank-parity', [id], `Meeting ${id} brings ranks ${a.rank} and ${b.rank} together.`),
    );
  }
  if (protocol.sizeDifference !== null && difference(a.size, b.size) > protocol.sizeDifference) {
    found.push(
      violation('size-parity', [id], `Meeting ${id} brings ${a.size} and ${b.size} people together.`),
    );
  }
  if (protocol.host !== null && group.host !== protocol.host) {
    found.push(violation('host-place', [id], `Meeting ${id} is not at the place of ${protocol.host}.`));
  }
  return found;
}
