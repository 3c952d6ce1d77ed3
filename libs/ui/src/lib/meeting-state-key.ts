import type { Meeting } from '@forum/contract/meetings/meeting';

/** The key of the text that says how a meeting stands: nobody has taken back what a plan made needless. */
export const meetingStateKey = ({ state, closedByPlan }: Pick<Meeting, 'state' | 'closedByPlan'>): string =>
  closedByPlan && state === 'withdrawn' ? 'meeting.closed-by-plan' : `meeting.${state}`;
