import type { MeetingFacts, MeetingNewsKind } from './meeting-facts.ts';

/** The firms by name, and who took the step. */
interface Sides extends Pick<MeetingFacts, 'by' | 'gone'> {
  own: string;
  other: string;
  /** Whether it was agreed, and no open request. */
  wasAgreed: boolean;
}

/** Subject and first sentence. Neither holds the topic or the message: they are another user's words. */
type Said = (sides: Sides) => [subject: string, said: string];

const doer = ({ by, other }: Sides): string =>
  by === 'own' ? 'Your side' : by === 'other' ? other : by === 'host' ? 'The host' : '';

const over = ({ other, wasAgreed }: Sides): string =>
  wasAgreed ? `the meeting with ${other} is cancelled` : `the request between you and ${other} is closed`;
const overSubject = ({ other, wasAgreed }: Sides): string =>
  wasAgreed ? `Cancelled: meeting with ${other}` : `Closed: request between you and ${other}`;

const english: Record<MeetingNewsKind, Said> = {
  requested: ({ own, other }) => [
    `${other} asks for a meeting`,
    `${other} would like to meet ${own}. Choose one of the times, propose others, or decline.`,
  ],
  proposed: ({ other }) => [
    `${other} proposes other times`,
    `${other} proposes other times for the meeting that is not agreed yet.`,
  ],
  reminder: ({ other }) => [
    `${other} waits for your answer`,
    `${other} still waits for your answer about a meeting.`,
  ],
  accepted: ({ other }) => [`Meeting with ${other}`, `The meeting with ${other} is agreed.`],
  declined: ({ other }) => [
    `${other} declined the meeting`,
    `${other} declined the meeting that you proposed.`,
  ],
  withdrawn: ({ other }) => [
    `${other} took back a request`,
    `${other} took back the request for a meeting. You need not answer any more.`,
  ],
  expired: ({ other }) => [
    `No answer in time from ${other}`,
    `${other} did not answer in time, so the request for a meeting has lapsed.`,
  ],
  cancelled: (sides) => [
    `Cancelled: meeting with ${sides.other}`,
    doer(sides)
      ? `${doer(sides)} has cancelled the meeting with ${sides.by === 'other' ? 'you' : sides.other}.`
      : `The meeting with ${sides.other} is cancelled.`,
  ],
  left: ({ other }) => [
    `You no longer take part: meeting with ${other}`,
    `You no longer take part in the meeting with ${other}. It takes place without you.`,
  ],
  moved: ({ other }) => [
    `Moved: meeting with ${other}`,
    `The host has moved your meeting with ${other}. It now takes place as follows.`,
  ],
  people: ({ other }) => [
    `Other people come: meeting with ${other}`,
    `Other people take part in the meeting with ${other}.`,
  ],
  'firm-gone': (sides) => [
    overSubject(sides),
    `${sides.gone === 'own' ? 'Your firm' : sides.other} is no longer on this forum’s list of firms, so ${over(sides)}.`,
  ],
  'nobody-left': (sides) => [
    overSubject(sides),
    `Nobody of ${sides.gone === 'own' ? 'your firm' : sides.other} who was to come can take part any more, so ${over(sides)}.`,
  ],
  'place-lost': ({ other }) => [
    `New place needed: meeting with ${other}`,
    `The hall of your meeting with ${other} has changed, so the meeting needs a new place. You and the others are kept free; the host will tell you where and when you meet.`,
  ],
  'place-back': ({ other }) => [
    `Your meeting with ${other} has its place again`,
    `Your meeting with ${other} has its place again.`,
  ],
  'move-proposed': ({ other }) => [
    `${other} would like to move your meeting`,
    `${other} proposes other times for your meeting. It stays where it is until you agree.`,
  ],
  'move-declined': ({ other }) => [
    `Your meeting with ${other} stays where it is`,
    `${other} would rather not move the meeting. It takes place as agreed.`,
  ],
  'move-withdrawn': ({ other }) => [
    `Your meeting with ${other} stays where it is`,
    `${other} no longer asks to move the meeting. It takes place as agreed.`,
  ],
  'move-expired': ({ other }) => [
    `Your meeting with ${other} stays where it is`,
    `${other} did not answer in time whether the meeting may move. It takes place as agreed.`,
  ],
  'move-reminder': ({ other }) => [
    `${other} waits for your answer`,
    `${other} still waits for your answer about moving your meeting.`,
  ],
};

const doerKo = ({ by, other }: Sides): string =>
  by === 'own' ? '귀측에서' : by === 'other' ? `${other} 측에서` : by === 'host' ? '주최 측에서' : '';

const overKo = ({ other, wasAgreed }: Sides): string =>
  wasAgreed ? `${other} 측과의 면담이 취소되었습니다` : `${other} 측과의 면담 요청이 종료되었습니다`;
const overSubjectKo = ({ other, wasAgreed }: Sides): string =>
  wasAgreed ? `취소: ${other} 측과의 면담` : `종료: ${other} 측과의 면담 요청`;

const korean: Record<MeetingNewsKind, Said> = {
  requested: ({ own, other }) => [
    `${other}의 면담 요청`,
    `${other} 측에서 ${own} 측과의 면담을 요청했습니다. 시간을 고르거나, 다른 시간을 제안하거나, 거절하실 수 있습니다.`,
  ],
  proposed: ({ other }) => [
    `${other}의 다른 시간 제안`,
    `${other} 측에서 아직 확정되지 않은 면담의 다른 시간을 제안했습니다.`,
  ],
  reminder: ({ other }) => [
    `${other} 측에서 답을 기다립니다`,
    `${other} 측에서 면담 요청에 대한 답을 기다리고 있습니다.`,
  ],
  accepted: ({ other }) => [`${other} 측과의 면담`, `${other} 측과의 면담이 확정되었습니다.`],
  declined: ({ other }) => [`${other}의 면담 거절`, `${other} 측에서 귀측이 제안한 면담을 거절했습니다.`],
  withdrawn: ({ other }) => [
    `${other}의 요청 철회`,
    `${other} 측에서 면담 요청을 철회했습니다. 더 답하지 않으셔도 됩니다.`,
  ],
  expired: ({ other }) => [
    `${other}의 응답 없음`,
    `${other} 측에서 기한 내 답하지 않아 면담 요청이 만료되었습니다.`,
  ],
  cancelled: (sides) => [
    `취소: ${sides.other} 측과의 면담`,
    doerKo(sides)
      ? `${doerKo(sides)} ${sides.by === 'other' ? '귀측' : `${sides.other} 측`}과의 면담을 취소했습니다.`
      : `${sides.other} 측과의 면담이 취소되었습니다.`,
  ],
  left: ({ other }) => [
    `참석 제외: ${other} 측과의 면담`,
    `${other} 측과의 면담에 더 이상 참석하지 않으십니다. 면담은 그대로 진행됩니다.`,
  ],
  moved: ({ other }) => [
    `변경: ${other} 측과의 면담`,
    `주최 측에서 ${other} 측과의 면담을 옮겼습니다. 이제 아래와 같이 진행됩니다.`,
  ],
  people: ({ other }) => [`참석자 변경: ${other} 측과의 면담`, `${other} 측과의 면담 참석자가 바뀌었습니다.`],
  'firm-gone': (sides) => [
    overSubjectKo(sides),
    `${sides.gone === 'own' ? '귀사' : sides.other} 이름이 더 이상 이 포럼의 기업 명단에 없어 ${overKo(sides)}.`,
  ],
  'nobody-left': (sides) => [
    overSubjectKo(sides),
    `${sides.gone === 'own' ? '귀사' : sides.other}에서 참석하기로 한 분이 모두 참가할 수 없게 되어 ${overKo(sides)}.`,
  ],
  'place-lost': ({ other }) => [
    `새 장소 필요: ${other} 측과의 면담`,
    `${other} 측과의 면담이 열릴 장소가 바뀌어 새 장소를 정해야 합니다. 참석자의 시간은 그대로 비워 두었으며, 만날 곳과 시간은 주최 측이 알려 드립니다.`,
  ],
  'place-back': ({ other }) => [
    `장소 확정: ${other} 측과의 면담`,
    `${other} 측과의 면담 장소가 다시 정해졌습니다.`,
  ],
  'move-proposed': ({ other }) => [
    `${other}의 면담 시간 변경 제안`,
    `${other} 측에서 면담을 다른 시간으로 옮기자고 제안했습니다. 동의하실 때까지 기존 시간이 유지됩니다.`,
  ],
  'move-declined': ({ other }) => [
    `${other} 측과의 면담 시간 유지`,
    `${other} 측에서 면담을 옮기지 않기를 원합니다. 합의한 대로 진행됩니다.`,
  ],
  'move-withdrawn': ({ other }) => [
    `${other} 측과의 면담 시간 유지`,
    `${other} 측에서 시간 변경 제안을 철회했습니다. 합의한 대로 진행됩니다.`,
  ],
  'move-expired': ({ other }) => [
    `${other} 측과의 면담 시간 유지`,
    `${other} 측에서 시간 변경 제안에 기한 내 답하지 않았습니다. 합의한 대로 진행됩니다.`,
  ],
  'move-reminder': ({ other }) => [
    `${other} 측에서 답을 기다립니다`,
    `${other} 측에서 면담 시간 변경에 대한 답을 기다리고 있습니다.`,
  ],
};

/** Subject and first sentence of each news of a meeting, by language. */
export const meetingSentences = { en: english, ko: korean };
