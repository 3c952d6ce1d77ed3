import type {
  Interpreter,
  PlanFirm,
  PlanInstance,
  PlanMeeting,
  PlanTeam,
  TableGroup,
} from '../instance/instance.ts';
import type { CheckedPlacement, Violation, ViolatedRule } from './violation.ts';

/** A meeting that a plan holds, with all that it names found in the instance. */
export interface HeldMeeting {
  readonly meeting: PlanMeeting;
  readonly at: CheckedPlacement;
  readonly firms: readonly [PlanFirm, PlanFirm];
  readonly teams: readonly [PlanTeam, PlanTeam];
  readonly group: TableGroup;
  readonly interpreter: Interpreter | null;
}

/** Makes a violation. */
export const violation = (rule: ViolatedRule, meetings: readonly string[], sentence: string): Violation => ({
  rule,
  meetings,
  sentence,
});

/** Looks up what a placement names; a violation when something does not exist. */
export function readHeld(
  instance: PlanInstance,
  meeting: PlanMeeting,
  { at, firmOf }: { readonly at: CheckedPlacement; readonly firmOf: ReadonlyMap<string, PlanFirm> },
): HeldMeeting | Violation {
  const wrong = (rule: ViolatedRule, what: string) =>
    violation(rule, [meeting.id], `Meeting ${meeting.id} ${what}.`);
  if (!Number.isInteger(at.slot) || at.slot < 0 || at.slot >= instance.slots) {
    return wrong('shape', `lies in slot ${at.slot}, which does not exist`);
  }
  const firms = meeting.firms.map((id) => firmOf.get(id));
  const teams = firms.map((firm, side) => firm?.teams.find(({ id }) => id === at.teams[side]));
  if (!firms[0] || !firms[1] || !teams[0] || !teams[1]) {
    return wrong('team', `names teams ${at.teams.join(' and ')}, which its firms do not have`);
  }
  const group = instance.tables.find(({ id }) => id === at.place);
  if (!group) return wrong('table', `is at ${at.place}, which does not exist`);
  const interpreter = instance.interpreters.find(({ id }) => id === at.interpreter);
  if (at.interpreter !== null && !interpreter) {
    return wrong('interpreter', `has interpreter ${at.interpreter}, who does not exist`);
  }
  return {
    meeting,
    at,
    firms: [firms[0], firms[1]],
    teams: [teams[0], teams[1]],
    group,
    interpreter: interpreter ?? null,
  };
}
