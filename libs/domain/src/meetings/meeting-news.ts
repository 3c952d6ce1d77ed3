import { type MeetingCore, type MeetingParty, otherParty } from './meeting-state.ts';

/** What is new of a meeting; a `move` is of an agreed one, which stands until both sides agree on another time. */
export type MeetingNews =
  | 'requested'
  | 'proposed'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'reminder'
  | 'move-proposed'
  | 'move-declined'
  | 'move-withdrawn'
  | 'move-expired'
  | 'move-reminder'
  | 'cancelled'
  | 'moved'
  | 'people'
  | 'firm-gone'
  | 'nobody-left'
  | 'place-lost'
  | 'place-back';

const endings: ReadonlySet<MeetingNews> = new Set(['cancelled', 'firm-gone', 'nobody-left']);

/** Whether an agreed meeting of which this is the news does not take place any more. */
export const isEnding = (news: MeetingNews): boolean => endings.has(news);

/** What a step of a meeting is called, whether it is about a request or about a move of an agreed one. */
export type StepNews = Exclude<MeetingNews, `move-${string}`>;

const ofProposals = ['proposed', 'declined', 'withdrawn', 'expired', 'reminder'] as const;

/**
 * The news of a step: what is said of a request that is not agreed yet is said of a move once it is. Who would come to a
 * meeting that nobody has agreed to is no news: null.
 */
export function newsOf(step: StepNews, before: Pick<MeetingCore, 'state'>): MeetingNews | null {
  if (step === 'people' && before.state !== 'accepted') return null;
  const proposal = ofProposals.find((one) => one === step);
  return proposal && before.state === 'accepted' ? `move-${proposal}` : step;
}

/**
 * The side that is told of a step; null for all who take part. A question goes to the side that must answer it, an
 * answer or a lapse to the side that asked, a withdrawn question to the side that need not answer any more.
 */
export function sideTold(
  step: StepNews,
  before: Pick<MeetingCore, 'turn'>,
  after: Pick<MeetingCore, 'turn'>,
): MeetingParty | null {
  switch (step) {
    case 'requested':
    case 'proposed':
    case 'reminder':
      return after.turn;
    case 'declined':
    case 'expired':
      return before.turn && otherParty(before.turn);
    case 'withdrawn':
      return before.turn;
    default:
      return null;
  }
}
