import { z } from 'zod';
import { type Letter, type Part, quote, text } from '../letters/letter.ts';
import { waysToHost } from '../letters/sender.ts';
import { noticeKind, type Reading } from './notice-kind.ts';
import { nameOf } from './phrases.ts';

/** To whom which news goes: those who may confirm, those who speak for the firm, the host, and the person themselves. */
export const standingNews = ['waits', 'confirmed', 'confirmed-you', 'ended', 'ended-you'] as const;
export type StandingNews = (typeof standingNews)[number];

const facts = z.strictObject({
  news: z.enum(standingNews),
  name: z.string(),
  firm: z.string(),
  firmId: z.string(),
  mailDomain: z.string(),
  /** Who decided; null before anybody did. */
  by: z.string().nullable(),
  byHost: z.boolean(),
  reason: z.string().nullable(),
});
type Facts = z.infer<typeof facts>;

interface Said {
  subject: string;
  said: string[];
  reason: Part[];
}

const who = (by: string | null, unknown: string) => (by === null ? unknown : nameOf(by));

function english(
  { news, by, byHost, reason, mailDomain, ...given }: Facts,
  { sender, language }: Reading,
): Said {
  const [name, firm] = [nameOf(given.name), nameOf(given.firm)];
  const decider = `${who(by, 'Somebody')}${byHost ? ' of the host' : ''}`;
  const why = quote('Reason', reason ?? '');
  const ways = waysToHost(sender, language);
  switch (news) {
    case 'waits':
      return {
        subject: `${firm}: please confirm who speaks for it`,
        said: [
          `${name} is accredited for ${sender.short} and says that they represent ${firm}. Their mail address is at ${mailDomain}.`,
          'Until one of you confirms it, they see nothing of your firm. Confirm it, or turn them away, on the page of your firm. If none of you answers, the host may decide.',
        ],
        reason: [],
      };
    case 'confirmed':
      return {
        subject: `${firm}: a representative was confirmed`,
        said: [
          `${decider} confirmed that ${name} represents ${firm} at ${sender.short}. If this is wrong, end it on the page of your firm.`,
        ],
        reason: why,
      };
    case 'confirmed-you':
      return {
        subject: `You now speak for ${firm}`,
        said: [
          `${decider} confirmed that you represent ${firm} at ${sender.short}. Its meetings, wishes and documents are open to you now.`,
        ],
        reason: [],
      };
    case 'ended':
      return {
        subject: `${firm}: a representative was ended`,
        said: [
          `${who(by, 'Somebody')} of ${firm} ended the standing of ${name} as a representative at ${sender.short}. You can restore it at the desk, among the delegates.`,
        ],
        reason: why,
      };
    case 'ended-you':
      return {
        subject: `You do not speak for ${firm} any more`,
        said: [
          `${who(by, 'Somebody')} of ${firm} ended your standing as a representative at ${sender.short}. You keep your accreditation. If this is wrong, the host can restore it${ways ? `: ${ways}` : ''}.`,
        ],
        reason: why,
      };
  }
}

function korean(
  { news, by, byHost, reason, mailDomain, ...given }: Facts,
  { sender, language }: Reading,
): Said {
  const [name, firm] = [nameOf(given.name), nameOf(given.firm)];
  const decider = `${byHost ? '주최 측 ' : ''}${who(by, '담당자')} 님이`;
  const why = quote('사유', reason ?? '');
  const ways = waysToHost(sender, language);
  switch (news) {
    case 'waits':
      return {
        subject: `${firm}: 대표 확인 요청`,
        said: [
          `${sender.short} 참가가 승인된 ${name} 님이 ${firm} 대표라고 밝혔습니다. 메일 주소의 도메인: ${mailDomain}.`,
          '여러분 가운데 한 분이 확인하기 전에는 귀사의 내용을 전혀 볼 수 없습니다. 귀사 페이지에서 확인하거나 거절해 주십시오. 아무도 답하지 않으면 주최 측이 결정할 수 있습니다.',
        ],
        reason: [],
      };
    case 'confirmed':
      return {
        subject: `${firm}: 대표가 확인되었습니다`,
        said: [
          `${decider} ${sender.short}에서 ${name} 님을 ${firm} 대표로 확인했습니다. 잘못되었다면 귀사 페이지에서 끝내 주십시오.`,
        ],
        reason: why,
      };
    case 'confirmed-you':
      return {
        subject: `이제 ${firm} 대표이십니다`,
        said: [
          `${decider} ${sender.short}에서 귀하를 ${firm} 대표로 확인했습니다. 이제 기업의 면담, 희망 상대, 문서를 이용하실 수 있습니다.`,
        ],
        reason: [],
      };
    case 'ended':
      return {
        subject: `${firm}: 대표 자격이 종료되었습니다`,
        said: [
          `${firm}의 ${who(by, '담당자')} 님이 ${sender.short}에서 ${name} 님의 대표 자격을 끝냈습니다. 데스크의 참가자 화면에서 되돌릴 수 있습니다.`,
        ],
        reason: why,
      };
    case 'ended-you':
      return {
        subject: `더 이상 ${firm} 대표가 아닙니다`,
        said: [
          `${firm}의 ${who(by, '담당자')} 님이 ${sender.short}에서 귀하의 대표 자격을 끝냈습니다. 참가 승인은 그대로입니다. 잘못되었다면 주최 측이 되돌릴 수 있습니다${ways ? ` (${ways})` : ''}.`,
        ],
        reason: why,
      };
  }
}

function letter(
  { news, firmId }: Facts,
  { subject, said, reason }: Said,
  { sender, language }: Reading,
): Letter {
  const isOfHost = news === 'ended';
  const labels = isOfHost
    ? { en: 'Open the delegates', ko: '참가자 화면 열기' }
    : { en: 'Open the page of the firm', ko: '기업 페이지 열기' };
  return {
    subject,
    title: subject,
    parts: [...said.map(text), ...reason],
    link: {
      label: labels[language],
      path: isOfHost ? `/secretariat/${sender.slug}/accreditation` : `/e/${sender.slug}/firms/${firmId}`,
    },
  };
}

/** Who speaks for a firm. */
export const representation = noticeKind({
  facts,
  write: {
    en: (given, reading) => letter(given, english(given, reading), reading),
    ko: (given, reading) => letter(given, korean(given, reading), reading),
  },
});
