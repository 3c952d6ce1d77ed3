import { type MeetingNews } from '@forum/domain/meetings/meeting-news';

/** What a mail about a meeting says; `when`, `where` and `interpreter` are whole phrases already. */
export interface NewsFacts {
  other: string;
  /** Whether it is the reader's own side that can no longer come. */
  isOwnLoss: boolean;
  /** Whether it was agreed, and no open request. */
  wasAgreed: boolean;
  topic: string;
  when: string;
  where: string;
  interpreter: string;
  message: string;
  link: string;
}

type Text = (facts: NewsFacts) => { subject: string; lead: string };

const english: Record<MeetingNews, Text> = {
  requested: ({ other, topic }) => ({
    subject: `${other} asks for a meeting: ${topic}`,
    lead: `${other} would like to meet you about "${topic}". These times were suggested:`,
  }),
  proposed: ({ other, topic }) => ({
    subject: `${other} proposes other times: ${topic}`,
    lead: `${other} proposes other times for the meeting about "${topic}":`,
  }),
  accepted: ({ other, topic }) => ({
    subject: `Meeting with ${other}: ${topic}`,
    lead: `The meeting with ${other} about "${topic}" is agreed.`,
  }),
  declined: ({ other, topic }) => ({
    subject: `${other} declined: ${topic}`,
    lead: `${other} declined the meeting about "${topic}".`,
  }),
  withdrawn: ({ other, topic }) => ({
    subject: `${other} took back a request: ${topic}`,
    lead: `${other} took back the request for a meeting about "${topic}".`,
  }),
  planned: ({ other, topic }) => ({
    subject: `Planned instead of your request: meeting with ${other}`,
    lead: `The secretariat has planned a meeting between you and ${other}, so that the request about "${topic}" needs no answer any more and is closed.`,
  }),
  cancelled: ({ other, topic }) => ({
    subject: `Cancelled: meeting with ${other}`,
    lead: `The meeting with ${other} about "${topic}" is cancelled.`,
  }),
  moved: ({ other }) => ({
    subject: `Moved: meeting with ${other}`,
    lead: `The help desk has moved your meeting with ${other}.`,
  }),
  people: ({ other }) => ({
    subject: `Other people come: meeting with ${other}`,
    lead: `Other people take part in the meeting with ${other}; time and table stay.`,
  }),
  'firm-gone': ({ other, topic, isOwnLoss, wasAgreed }) => ({
    subject: wasAgreed ? `Cancelled: meeting with ${other}` : `Closed: request between you and ${other}`,
    lead: `${isOwnLoss ? 'Your firm' : other} is no longer on this forum’s list of firms, so the ${wasAgreed ? 'meeting with' : 'request between you and'} ${other} about "${topic}" is ${wasAgreed ? 'cancelled' : 'closed'}.`,
  }),
  'nobody-left': ({ other, topic, isOwnLoss, wasAgreed }) => ({
    subject: wasAgreed ? `Cancelled: meeting with ${other}` : `Closed: request between you and ${other}`,
    lead: `Nobody of ${isOwnLoss ? 'your firm' : other} who was to come can take part any more, so the ${wasAgreed ? 'meeting with' : 'request between you and'} ${other} about "${topic}" is ${wasAgreed ? 'cancelled' : 'closed'}.`,
  }),
  'place-lost': ({ other, topic }) => ({
    subject: `New place needed: meeting with ${other}`,
    lead: `The hall of your meeting with ${other} about "${topic}" has changed, so the meeting needs a new place. You and the others are kept free; the host will tell you where and when you meet.`,
  }),
  'place-back': ({ other, topic }) => ({
    subject: `Your meeting with ${other} has its place again`,
    lead: `Your meeting with ${other} about "${topic}" has its place again:`,
  }),
  expired: ({ other, topic }) => ({
    subject: `No answer in time: ${topic}`,
    lead: `The request between you and ${other} about "${topic}" was not answered in time and has lapsed.`,
  }),
  reminder: ({ other, topic }) => ({
    subject: `${other} waits for your answer: ${topic}`,
    lead: `${other} still waits for your answer about "${topic}". These times were suggested:`,
  }),
  'move-proposed': ({ other, topic }) => ({
    subject: `${other} would like to move your meeting: ${topic}`,
    lead: `${other} proposes other times for your meeting about "${topic}". It stays where it is until you agree:`,
  }),
  'move-declined': ({ other, topic }) => ({
    subject: `Your meeting with ${other} stays where it is: ${topic}`,
    lead: `${other} would rather not move the meeting about "${topic}". It takes place as agreed:`,
  }),
  'move-withdrawn': ({ other, topic }) => ({
    subject: `Your meeting with ${other} stays where it is: ${topic}`,
    lead: `${other} no longer asks to move the meeting about "${topic}". It takes place as agreed:`,
  }),
  'move-expired': ({ other, topic }) => ({
    subject: `Your meeting with ${other} stays where it is: ${topic}`,
    lead: `${other} did not answer in time whether the meeting about "${topic}" may move. It takes place as agreed:`,
  }),
  'move-reminder': ({ other, topic }) => ({
    subject: `${other} waits for your answer: ${topic}`,
    lead: `${other} still waits for your answer about moving the meeting about "${topic}". These times were suggested:`,
  }),
};

const korean: Record<MeetingNews, Text> = {
  requested: ({ other, topic }) => ({
    subject: `${other}의 면담 요청: ${topic}`,
    lead: `${other}에서 "${topic}"에 관한 면담을 요청했습니다. 제안된 시간:`,
  }),
  proposed: ({ other, topic }) => ({
    subject: `${other}의 다른 시간 제안: ${topic}`,
    lead: `${other}에서 "${topic}" 면담의 다른 시간을 제안했습니다.`,
  }),
  accepted: ({ other, topic }) => ({
    subject: `${other}와(과)의 면담: ${topic}`,
    lead: `${other}와(과) "${topic}" 면담이 확정되었습니다.`,
  }),
  declined: ({ other, topic }) => ({
    subject: `${other}의 거절: ${topic}`,
    lead: `${other}에서 "${topic}" 면담을 거절했습니다.`,
  }),
  withdrawn: ({ other, topic }) => ({
    subject: `${other}의 요청 철회: ${topic}`,
    lead: `${other}에서 "${topic}" 면담 요청을 철회했습니다.`,
  }),
  planned: ({ other, topic }) => ({
    subject: `요청 대신 배정된 면담: ${other}`,
    lead: `사무국이 ${other}와(과)의 면담을 배정했습니다. "${topic}"에 관한 요청은 더 답하지 않아도 되며 종료되었습니다.`,
  }),
  cancelled: ({ other, topic }) => ({
    subject: `취소: ${other}와(과)의 면담`,
    lead: `${other}와(과)의 "${topic}" 면담이 취소되었습니다.`,
  }),
  moved: ({ other }) => ({
    subject: `변경: ${other}와(과)의 면담`,
    lead: `안내 데스크에서 ${other}와(과)의 면담을 옮겼습니다.`,
  }),
  people: ({ other }) => ({
    subject: `참석자 변경: ${other}와(과)의 면담`,
    lead: `${other}와(과)의 면담 참석자가 바뀌었습니다. 시간과 테이블은 그대로입니다.`,
  }),
  'firm-gone': ({ other, topic, isOwnLoss, wasAgreed }) => ({
    subject: wasAgreed ? `취소: ${other}와(과)의 면담` : `종료: ${other}와(과)의 면담 요청`,
    lead: `${isOwnLoss ? '귀사가' : `${other}이(가)`} 더 이상 이 포럼의 기업 명단에 없어 "${topic}"에 관한 ${other}와(과)의 ${wasAgreed ? '면담이 취소' : '면담 요청이 종료'}되었습니다.`,
  }),
  'nobody-left': ({ other, topic, isOwnLoss, wasAgreed }) => ({
    subject: wasAgreed ? `취소: ${other}와(과)의 면담` : `종료: ${other}와(과)의 면담 요청`,
    lead: `${isOwnLoss ? '귀사' : other}에서 참석하기로 한 분이 모두 참가할 수 없게 되어 "${topic}"에 관한 ${other}와(과)의 ${wasAgreed ? '면담이 취소' : '면담 요청이 종료'}되었습니다.`,
  }),
  'place-lost': ({ other, topic }) => ({
    subject: `새 장소 필요: ${other}와(과)의 면담`,
    lead: `"${topic}"에 관한 ${other}와(과)의 면담이 열릴 장소가 바뀌어 새 장소를 정해야 합니다. 참석자의 시간은 그대로 비워 두었으며, 만날 곳과 시간은 주최 측이 알려 드립니다.`,
  }),
  'place-back': ({ other, topic }) => ({
    subject: `장소 확정: ${other}와(과)의 면담`,
    lead: `"${topic}"에 관한 ${other}와(과)의 면담 장소가 다시 정해졌습니다.`,
  }),
  expired: ({ other, topic }) => ({
    subject: `응답 없음: ${topic}`,
    lead: `${other}와(과)의 "${topic}" 면담 요청이 기한 내 응답이 없어 만료되었습니다.`,
  }),
  reminder: ({ other, topic }) => ({
    subject: `${other}에서 답을 기다립니다: ${topic}`,
    lead: `${other}에서 "${topic}"에 관한 답을 기다리고 있습니다. 제안된 시간:`,
  }),
  'move-proposed': ({ other, topic }) => ({
    subject: `${other}의 면담 시간 변경 제안: ${topic}`,
    lead: `${other}에서 "${topic}" 면담을 다른 시간으로 옮기자고 제안했습니다. 동의하실 때까지 기존 시간이 유지됩니다. 제안된 시간:`,
  }),
  'move-declined': ({ other, topic }) => ({
    subject: `${other}와(과)의 면담 시간 유지: ${topic}`,
    lead: `${other}에서 "${topic}" 면담을 옮기지 않기를 원합니다. 합의한 대로 진행됩니다:`,
  }),
  'move-withdrawn': ({ other, topic }) => ({
    subject: `${other}와(과)의 면담 시간 유지: ${topic}`,
    lead: `${other}에서 "${topic}" 면담의 시간 변경 제안을 철회했습니다. 합의한 대로 진행됩니다:`,
  }),
  'move-expired': ({ other, topic }) => ({
    subject: `${other}와(과)의 면담 시간 유지: ${topic}`,
    lead: `${other}에서 "${topic}" 면담의 시간 변경 제안에 기한 내 답하지 않았습니다. 합의한 대로 진행됩니다:`,
  }),
  'move-reminder': ({ other, topic }) => ({
    subject: `${other}에서 답을 기다립니다: ${topic}`,
    lead: `${other}에서 "${topic}" 면담의 시간 변경에 관한 답을 기다리고 있습니다. 제안된 시간:`,
  }),
};

/** Subject and text of a mail about a meeting, in the reader's language. */
export function meetingNewsText(
  news: MeetingNews,
  facts: NewsFacts,
  language: string,
): { subject: string; text: string } {
  const { subject, lead } = (language.startsWith('ko') ? korean : english)[news](facts);
  const place = [facts.when, facts.where, facts.interpreter].filter(Boolean).join('\n');
  const parts = [lead, place, facts.message, facts.link];
  return { subject, text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
