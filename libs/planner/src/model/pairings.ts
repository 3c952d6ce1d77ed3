import type { PlanInstance, PlanMeeting, PlanTeam } from '../instance/instance.ts';

/** Two teams that may hold a meeting, by index within their firms, and the interpreters one of whom they need. */
export interface Pairing {
  readonly teams: readonly [number, number];
  /** By index, `nobody` last where the meeting may do without; null when they understand each other. */
  readonly interpreters: readonly number[] | null;
}

/** Stands for the interpreter of a meeting that is held without one. */
export const nobody = -1;

/** The pairings of a meeting; when there are none, what they fail for. */
export interface Pairings {
  readonly pairings: readonly Pairing[];
  readonly fails: 'no-team' | 'no-interpreter' | null;
}

/** Which teams of its two firms may hold a meeting: by capability, rank, size and language; of those named, if any are. */
export function pairingsOf(
  instance: PlanInstance,
  meeting: PlanMeeting,
  named?: readonly [string, string],
): Pairings {
  const [one, other] = meeting.firms.map((id, side) =>
    instance.firms
      .find((firm) => firm.id === id)!
      .teams.filter((team) => named === undefined || team.id === named[side]),
  );
  return pairTeams(instance, meeting, [one!, other!]);
}

/** The same when the teams are at hand. */
export function pairTeams(
  instance: PlanInstance,
  meeting: PlanMeeting,
  [ones, others]: readonly [readonly PlanTeam[], readonly PlanTeam[]],
): Pairings {
  const pairings: Pairing[] = [];
  let fails: Pairings['fails'] = 'no-team';
  ones.forEach((a, i) => {
    others.forEach((b, j) => {
      if (!isAble(meeting, a) || !isAble(meeting, b) || !isProper(meeting, a, b)) return;
      fails = 'no-interpreter';
      const found = meeting.isInterpreted ? null : interpretersFor(instance, meeting, [a, b]);
      const interpreters = found && meeting.withoutInterpreter ? [...found, nobody] : found;
      if (interpreters === null || interpreters.length > 0) pairings.push({ teams: [i, j], interpreters });
    });
  });
  return { pairings, fails: pairings.length > 0 ? null : fails };
}

const isAble = ({ capability }: PlanMeeting, { capabilities }: PlanTeam): boolean =>
  capability === null || capabilities.length === 0 || capabilities.includes(capability);

/** Parity of rank and of size, where protocol asks for it; an unknown rank or size has parity with nothing. */
function isProper({ protocol }: PlanMeeting, a: PlanTeam, b: PlanTeam): boolean {
  if (!protocol) return true;
  if (a.rank === null || b.rank === null || Math.abs(a.rank - b.rank) > protocol.rankDifference) return false;
  if (protocol.sizeDifference === null) return true;
  return a.size !== null && b.size !== null && Math.abs(a.size - b.size) <= protocol.sizeDifference;
}

const speaks = ({ languages }: PlanTeam, language: string): boolean =>
  languages.length === 0 || languages.includes(language);

/** Interpreters one of whom a meeting of two teams needs; null when they need none. */
function interpretersFor(
  instance: PlanInstance,
  { language }: PlanMeeting,
  teams: readonly [PlanTeam, PlanTeam],
): readonly number[] | null {
  const [a, b] = teams;
  const silent = language === null ? [] : teams.filter((team) => !speaks(team, language));
  if (language !== null && silent.length === 0) return null;
  const share =
    a.languages.length === 0 ||
    b.languages.length === 0 ||
    a.languages.some((one) => b.languages.includes(one));
  if (language === null && share) return null;
  const understands = (known: readonly string[]) =>
    language === null
      ? teams.every((team) => team.languages.some((one) => known.includes(one)))
      : known.includes(language) && silent.every((team) => team.languages.some((one) => known.includes(one)));
  return instance.interpreters.flatMap(({ languages }, index) => (understands(languages) ? [index] : []));
}

/** The table groups where a meeting may take place, by index. */
export function placesOf(
  { tables }: PlanInstance,
  { protocol, tables: named }: PlanMeeting,
): readonly number[] {
  return tables.flatMap(({ id, host }, index) => {
    if (protocol?.host) return host === protocol.host ? [index] : [];
    return (named ? named.includes(id) : host === null) ? [index] : [];
  });
}
