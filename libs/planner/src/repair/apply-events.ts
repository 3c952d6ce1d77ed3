import {
  type PlanInstance,
  type PlanMeeting,
  type TableGroup,
  weightOfPriority,
} from '../instance/instance.ts';
import type { Placement } from '../plan/plan-result.ts';
import type { AddedMeeting, RepairEvent } from './repair-event.ts';

/** An instance after events, and the published plan as far as its meetings still exist, row by row. */
export interface AfterEvents {
  readonly instance: PlanInstance;
  readonly published: readonly (Placement | null)[];
  /** Meetings of the published plan that exist no more. */
  readonly cancelled: readonly string[];
}

/** What is left of an instance and its published plan after events, in their order. */
export function applyEvents(
  instance: PlanInstance,
  published: readonly (Placement | null)[],
  events: readonly RepairEvent[],
): AfterEvents {
  const before = new Map(instance.meetings.map(({ id }, row) => [id, published[row] ?? null]));
  const after = events.reduce(applyEvent, instance);
  const still = new Set(after.meetings.map(({ id }) => id));
  return {
    instance: after,
    published: after.meetings.map(({ id }) => before.get(id) ?? null),
    cancelled: [...before].flatMap(([id, placement]) => (placement && !still.has(id) ? [id] : [])),
  };
}

function applyEvent(instance: PlanInstance, event: RepairEvent): PlanInstance {
  switch (event.type) {
    case 'firm-cancels':
      return without(instance, ({ firms }) => firms.includes(event.firm));
    case 'meeting-cancelled':
      return without(instance, ({ id }) => id === event.meeting);
    case 'firm-closes-slots':
      return {
        ...instance,
        firms: instance.firms.map((firm) =>
          firm.id === event.firm ? { ...firm, forbidden: [...firm.forbidden, ...event.slots] } : firm,
        ),
      };
    case 'team-closes-slots':
      return {
        ...instance,
        firms: instance.firms.map((firm) =>
          firm.id !== event.firm
            ? firm
            : {
                ...firm,
                teams: firm.teams.map((team) =>
                  team.id === event.team ? { ...team, forbidden: [...team.forbidden, ...event.slots] } : team,
                ),
              },
        ),
      };
    case 'tables-left':
      return { ...instance, tables: tablesLeft(instance.tables, event) };
    case 'meetings-added':
      return { ...instance, meetings: [...instance.meetings, ...event.meetings.map(newMeeting)] };
  }
}

/** Without some meetings, and without the orders that name them. */
function without(instance: PlanInstance, isGone: (meeting: PlanMeeting) => boolean): PlanInstance {
  const gone = new Set(instance.meetings.filter(isGone).map(({ id }) => id));
  const meetings = instance.meetings
    .filter(({ id }) => !gone.has(id))
    .map((meeting) => ({ ...meeting, after: meeting.after.filter((id) => !gone.has(id)) }));
  return { ...instance, meetings };
}

/** When the hall loses tables, the last groups lose theirs first. */
function tablesLeft(
  groups: readonly TableGroup[],
  { place, slots, tables }: Extract<RepairEvent, { type: 'tables-left' }>,
): TableGroup[] {
  const left = new Map(slots.map((slot) => [slot, tables]));
  return groups.map((group) => {
    if (place !== null && group.id !== place) return group;
    const count = group.count.map((before, slot) => {
      const room = left.get(slot);
      if (room === undefined) return before;
      const kept = Math.min(before, room);
      left.set(slot, room - kept);
      return kept;
    });
    return { ...group, count };
  });
}

const newMeeting = ({ id, firms, priority, optional }: AddedMeeting): PlanMeeting => ({
  id,
  firms,
  priority,
  optional,
  weight: weightOfPriority(priority),
  within: null,
  fixed: null,
  after: [],
  capability: null,
  language: null,
  withoutInterpreter: false,
  tables: null,
  preferred: [],
  protocol: null,
});
