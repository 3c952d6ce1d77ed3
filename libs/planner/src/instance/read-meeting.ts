import { Fields, identifier, refuse } from './fields.ts';
import { type PlanMeeting, type Protocol, weightOfPriority } from './instance.ts';
import { readNames, readSlots } from './read-hall.ts';

/** Reads a meeting of two firms. */
export function readMeeting(item: unknown, path: string, slots: number): PlanMeeting {
  const fields = new Fields(item, path);
  const firms = fields.list('firms', identifier, 2);
  const [one, other] = firms;
  if (one === undefined || other === undefined) refuse(`${path}.firms`, firms, 'name two firms');
  if (one === other) refuse(`${path}.firms[1]`, other, 'name another firm: nobody meets themselves');
  const priority = fields.whole('priority', [1, 9], 1);
  const tables = fields.raw('tables') === undefined ? null : readNames(fields, 'tables');
  const meeting = {
    id: fields.id('id'),
    firms: [one, other] as const,
    priority,
    optional: fields.flag('optional', false),
    weight: fields.amount('weight', weightOfPriority(priority)),
    within: fields.idOrNull('within'),
    fixed: fields.wholeOrNull('fixed', [0, slots - 1]),
    after: fields.list('after', identifier, 1000),
    capability: fields.idOrNull('capability'),
    language: fields.idOrNull('language'),
    withoutInterpreter: fields.flag('withoutInterpreter', false),
    tables,
    preferred: readSlots(fields, 'preferred', slots),
    protocol: readProtocol(fields.raw('protocol'), `${path}.protocol`, slots),
  };
  fields.end();
  return meeting;
}

function readProtocol(value: unknown, path: string, slots: number): Protocol | null {
  if (value === undefined) return null;
  const fields = new Fields(value, path);
  const protocol = {
    rankDifference: fields.whole('rankDifference', [0, 1000], 0),
    sizeDifference: fields.wholeOrNull('sizeDifference', [0, 1000]),
    host: fields.idOrNull('host'),
    buffer: fields.whole('buffer', [0, slots], 0),
  };
  fields.end();
  return protocol;
}
