import { Fields, refuse, wholeNumber } from './fields.ts';
import { type PlanFirm, type PlanInstance, type PlanMeeting, weightOfPriority } from './instance.ts';
import { limits } from './limits.ts';
import { checkNames } from './check-names.ts';
import { readRanges } from './read-ranges.ts';

/**
 * Reads an instance of the literature ("b2bsp/1"): every participant is a firm of one team, tables are interchangeable.
 *
 * @throws DomainError `request.invalid` naming the place, the value and the remedy
 */
export function readB2bsp(json: unknown): PlanInstance {
  const fields = new Fields(json, 'instance');
  const slots = fields.whole('slots', [1, limits.slots]);
  const count = fields.raw('tables');
  const firms = fields.list('participants', (item, path) => readParticipant(item, path, slots), limits.firms);
  const sessions = readRanges(fields, 'sessions', slots);
  const meetings = fields.list(
    'meetings',
    (item, path) => readMeeting(item, path, { slots, firms: firms.length, sessions }),
    limits.meetings,
  );
  const instance: PlanInstance = {
    name: fields.idOrNull('name') ?? 'b2bsp',
    slots,
    days: [{ id: 'all', from: 0, to: slots }],
    sessions,
    walks: [],
    tables: [{ id: 'table', zone: 'hall', count: tablesOf(count, slots), host: null }],
    firms,
    interpreters: [],
    meetings,
    rules: {
      fairness: fields.wholeOrNull('fairness', [0, limits.slots]),
      mostInARow: null,
      ownCompany: true,
      again: true,
    },
  };
  checkNames(instance);
  return instance;
}

function tablesOf(count: unknown, slots: number): readonly number[] {
  const path = 'instance.tables';
  if (!Array.isArray(count)) return Array(slots).fill(wholeNumber(count, path, [0, limits.tables]));
  if (count.length !== slots)
    refuse(`${path}.length`, count.length, `write one number for each of ${slots} slots`);
  return count.map((one, slot) => wholeNumber(one, `${path}[${slot}]`, [0, limits.tables]));
}

function readParticipant(item: unknown, path: string, slots: number): PlanFirm {
  const fields = new Fields(item, path);
  const id = fields.id('id');
  const forbidden = fields.list('forbidden', (slot, at) => wholeNumber(slot, at, [0, slots - 1]), slots * 4);
  const index = Number(path.slice(path.lastIndexOf('[') + 1, -1));
  if (id !== String(index))
    refuse(`${path}.id`, id, `number the participants in order; this one is ${index}`);
  const team = { id: 'all', capabilities: [], languages: [], forbidden: [], mostInARow: null };
  return {
    id,
    company: id,
    forbidden,
    floor: 0,
    preferred: [],
    teams: [{ ...team, rank: null, size: null }],
  };
}

function readMeeting(
  item: unknown,
  path: string,
  { slots, firms, sessions }: { slots: number; firms: number; sessions: readonly { id: string }[] },
): PlanMeeting {
  const fields = new Fields(item, path);
  const a = fields.whole('a', [0, firms - 1]);
  const b = fields.whole('b', [0, firms - 1]);
  if (a === b) refuse(`${path}.b`, b, 'name another participant than a');
  const within = fields.idOrNull('session');
  if (within !== null && !sessions.some(({ id }) => id === within)) {
    refuse(`${path}.session`, within, `name one of: ${sessions.map(({ id }) => id).join(', ') || 'none'}`);
  }
  const priority = fields.whole('priority', [1, 9], 1);
  return {
    id: fields.id('id'),
    firms: [String(a), String(b)],
    priority,
    optional: fields.flag('optional', false),
    weight: weightOfPriority(priority),
    within,
    fixed: fields.wholeOrNull('fixed', [0, slots - 1]),
    after: fields.list('after', (id, at) => String(wholeNumber(id, at, [0, limits.meetings]))),
    capability: null,
    language: null,
    withoutInterpreter: false,
    tables: null,
    preferred: [],
    protocol: null,
  };
}
