import { Fields, identifier, refuse, wholeNumber } from '../instance/fields.ts';
import type { PlanInstance } from '../instance/instance.ts';
import { limits } from '../instance/limits.ts';
import type { AddedMeeting, RepairEvent } from './repair-event.ts';

/** A published plan, as slots, and single events that each disturb it. */
export interface Disturbances {
  readonly slotOf: readonly number[];
  readonly events: readonly RepairEvent[];
}

/**
 * Reads a file "b2bsp-events/1" for its base instance.
 *
 * @throws DomainError `request.invalid` naming the place, the value and the remedy
 */
export function readEvents(json: unknown, instance: PlanInstance): Disturbances {
  const fields = new Fields(json, 'events');
  const format = fields.raw('format');
  if (format !== 'b2bsp-events/1') refuse('events.format', format, 'write "b2bsp-events/1"');
  const slotOf = fields.list('baseline', (slot, at) => wholeNumber(slot, at, [-1, instance.slots - 1]));
  if (slotOf.length !== instance.meetings.length) {
    refuse(
      'events.baseline.length',
      slotOf.length,
      `write one slot for each of ${instance.meetings.length} meetings`,
    );
  }
  const events = fields.list('events', (item, path) => readEvent(item, path, instance), limits.meetings);
  return { slotOf, events };
}

function readEvent(item: unknown, path: string, instance: PlanInstance): RepairEvent {
  const fields = new Fields(item, path);
  const type = fields.id('type');
  const slots = () => fields.list('slots', (slot, at) => wholeNumber(slot, at, [0, instance.slots - 1]));
  switch (type) {
    case 'firm-cancels':
      return { type, firm: fields.id('firm') };
    case 'firm-closes-slots':
      return { type, firm: fields.id('firm'), slots: slots() };
    case 'tables-lost':
      // The number says how many are left.
      return {
        type: 'tables-left',
        place: null,
        slots: slots(),
        tables: fields.whole('tables', [0, limits.tables]),
      };
    case 'meetings-added':
      return { type, meetings: fields.list('meetings', (added, at) => readAdded(added, at)) };
    default:
      return refuse(
        `${path}.type`,
        type,
        'write firm-cancels, firm-closes-slots, tables-lost or meetings-added',
      );
  }
}

function readAdded(item: unknown, path: string): AddedMeeting {
  const fields = new Fields(item, path);
  return {
    id: `added ${path.slice(path.lastIndexOf('['))}`,
    firms: [identifier(fields.raw('a'), `${path}.a`), identifier(fields.raw('b'), `${path}.b`)],
    priority: fields.whole('priority', [1, 9], 1),
    optional: fields.flag('optional', false),
  };
}
