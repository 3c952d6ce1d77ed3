import { Fields, refuse } from './fields.ts';
import type { PlanInstance, SlotRange } from './instance.ts';
import { limits } from './limits.ts';
import { readB2bsp } from './read-b2bsp.ts';
import { readFirm } from './read-firm.ts';
import { readMeeting } from './read-meeting.ts';
import { checkNames } from './check-names.ts';
import { readInterpreter, readTableGroup, readWalk } from './read-hall.ts';
import { readRanges } from './read-ranges.ts';

/**
 * Reads an instance, "forum-plan/1" or "b2bsp/1" (`docs/planner.md`), and refuses what it does not understand: unknown
 * fields, names that nothing bears, numbers out of range.
 *
 * @throws DomainError `request.invalid` naming the place, the value and the remedy
 */
export function readInstance(json: unknown): PlanInstance {
  const fields = new Fields(json, 'instance');
  const format = fields.raw('format');
  if (format === 'b2bsp/1') return readB2bsp(json);
  if (format !== 'forum-plan/1') refuse('instance.format', format, 'write "forum-plan/1" or "b2bsp/1"');
  const slots = fields.whole('slots', [1, limits.slots]);
  const days = readRanges(fields, 'days', slots);
  const instance: PlanInstance = {
    name: fields.idOrNull('name') ?? 'plan',
    slots,
    days: days.length === 0 ? [{ id: 'all', from: 0, to: slots }] : whole(days, slots),
    sessions: readRanges(fields, 'sessions', slots),
    walks: fields.list('walks', (item, path) => readWalk(item, path, slots)),
    tables: fields.list('tables', (item, path) => readTableGroup(item, path, slots), limits.tables),
    firms: fields.list('firms', (item, path) => readFirm(item, path, slots), limits.firms),
    interpreters: fields.list(
      'interpreters',
      (item, path) => readInterpreter(item, path, slots),
      limits.interpreters,
    ),
    meetings: fields.list('meetings', (item, path) => readMeeting(item, path, slots), limits.meetings),
    rules: readRules(fields.raw('rules'), slots),
  };
  // What a benchmark knows of the instance beforehand; the planner does not look.
  fields.raw('expected');
  fields.end();
  checkNames(instance);
  return instance;
}

/** Days follow each other without a hole from the first slot to the last. */
function whole(days: readonly SlotRange[], slots: number): readonly SlotRange[] {
  let next = 0;
  days.forEach(({ from, to }, n) => {
    if (from !== next)
      refuse(`instance.days[${n}].from`, from, `begin at slot ${next}, where the day before ends`);
    next = to;
  });
  if (next !== slots)
    refuse(`instance.days[${days.length - 1}].to`, next, `end at ${slots}, with the last slot`);
  return days;
}

function readRules(value: unknown, slots: number): PlanInstance['rules'] {
  const fields = new Fields(value ?? {}, 'instance.rules');
  const rules = {
    fairness: fields.wholeOrNull('fairness', [0, slots]),
    mostInARow: fields.wholeOrNull('mostInARow', [1, slots]),
    ownCompany: fields.flag('ownCompany', false),
    again: fields.flag('again', true),
  };
  fields.end();
  return rules;
}
