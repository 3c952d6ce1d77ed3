import type { PlanMeeting } from '../instance/instance.ts';

/** What the least optional meeting costs to leave out, in breaks, unless the dearest then cost too much. */
const cheapest = 3;
const dearest = 100;
/** How many moves of a repair are rather made than the least optional meeting left out. */
const movesToKeep = 10;
/** What a mandatory meeting costs at least. */
const mandatory = 8;

/**
 * What leaving each meeting out costs while searching, in breaks: optional ones by their weight, a mandatory one more
 * than all optional ones together. In a repair, where a move costs `stay`, meetings that weigh alike are rather moved.
 */
export function leavingOutCosts(meetings: readonly PlanMeeting[], stay = 0): Float64Array {
  const optional = meetings.filter((meeting) => meeting.optional);
  const most = optional.reduce((greatest, { weight }) => Math.max(greatest, weight), 0);
  const least = optional.reduce((smallest, { weight }) => Math.min(smallest, weight || Infinity), Infinity);
  const unit = most > 0 ? Math.min(Math.max(cheapest, movesToKeep * stay) / least, dearest / most) : 0;
  const all = optional.reduce((sum, { weight }) => sum + unit * weight, 0);
  return Float64Array.from(meetings, (meeting) =>
    meeting.optional ? unit * meeting.weight : mandatory + all,
  );
}
