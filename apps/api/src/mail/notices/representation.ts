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

/** What the sentences name, as the language of the reader writes it. */
interface Names {
  name: string;
  firm: string;
  mailDomain: string;
  /** The forum. */
  short: string;
  /** Who decided: as one of the firm, and as the host or one of the firm. */
  member: string;
  decider: string;
  /** The reason that was given, quoted. */
  why: Part[];
  /** How to ask the host; null where there is no way. */
  ways: string | null;
}

const english: Record<StandingNews, (names: Names) => Said> = {
  waits: ({ name, firm, mailDomain, short }) => ({
    subject: `${firm}: please confirm who speaks for it`,
    said: [
      `${name} is accredited for ${short} and says that they represent ${firm}. Their mail address is at ${mailDomain}.`,
      'Until one of you confirms it, they see nothing of your firm. Confirm it, or turn them away, on the page of your firm. If none of you answers, the host may decide.',
    ],
    reason: [],
  }),
  confirmed: ({ name, firm, decider, short, why }) => ({
    subject: `${firm}: a representative was confirmed`,
    said: [
      `${decider} confirmed that ${name} represents ${firm} at ${short}. If this is wrong, end it on the page of your firm.`,
    ],
    reason: why,
  }),
  'confirmed-you': ({ firm, decider, short }) => ({
    subject: `You now speak for ${firm}`,
    said: [
      `${decider} confirmed that you represent ${firm} at ${short}. Its meetings, wishes and documents are open to you now.`,
    ],
    reason: [],
  }),
  ended: ({ name, firm, member, short, why }) => ({
    subject: `${firm}: a representative was ended`,
    said: [
      `${member} of ${firm} ended the standing of ${name} as a representative at ${short}. You can restore it at the desk, among the delegates.`,
    ],
    reason: why,
  }),
  'ended-you': ({ firm, member, short, ways, why }) => ({
    subject: `You do not speak for ${firm} any more`,
    said: [
      `${member} of ${firm} ended your standing as a representative at ${short}. You keep your accreditation. If this is wrong, the host can restore it${ways ? `: ${ways}` : ''}.`,
    ],
    reason: why,
  }),
};

const korean: Record<StandingNews, (names: Names) => Said> = {
  waits: ({ name, firm, mailDomain, short }) => ({
    subject: `${firm}: 대표 확인 요청`,
    said: [
      `${short} 참가가 승인된 ${name} 님이 ${firm} 대표라고 밝혔습니다. 메일 주소의 도메인: ${mailDomain}.`,
      '여러분 가운데 한 분이 확인하기 전에는 귀사의 내용을 전혀 볼 수 없습니다. 귀사 페이지에서 확인하거나 거절해 주십시오. 아무도 답하지 않으면 주최 측이 결정할 수 있습니다.',
    ],
    reason: [],
  }),
  confirmed: ({ name, firm, decider, short, why }) => ({
    subject: `${firm}: 대표가 확인되었습니다`,
    said: [
      `${decider} ${short}에서 ${name} 님을 ${firm} 대표로 확인했습니다. 잘못되었다면 귀사 페이지에서 끝내 주십시오.`,
    ],
    reason: why,
  }),
  'confirmed-you': ({ firm, decider, short }) => ({
    subject: `이제 ${firm} 대표이십니다`,
    said: [
      `${decider} ${short}에서 귀하를 ${firm} 대표로 확인했습니다. 이제 기업의 면담, 희망 상대, 문서를 이용하실 수 있습니다.`,
    ],
    reason: [],
  }),
  ended: ({ name, firm, member, short, why }) => ({
    subject: `${firm}: 대표 자격이 종료되었습니다`,
    said: [
      `${firm}의 ${member} 님이 ${short}에서 ${name} 님의 대표 자격을 끝냈습니다. 데스크의 참가자 화면에서 되돌릴 수 있습니다.`,
    ],
    reason: why,
  }),
  'ended-you': ({ firm, member, short, ways, why }) => ({
    subject: `더 이상 ${firm} 대표가 아닙니다`,
    said: [
      `${firm}의 ${member} 님이 ${short}에서 귀하의 대표 자격을 끝냈습니다. 참가 승인은 그대로입니다. 잘못되었다면 주최 측이 되돌릴 수 있습니다${ways ? ` (${ways})` : ''}.`,
    ],
    reason: why,
  }),
};

const inLanguage = {
  en: {
    sentences: english,
    unknown: 'Somebody',
    deciderOf: (member: string, byHost: boolean) => `${member}${byHost ? ' of the host' : ''}`,
    reason: 'Reason',
  },
  ko: {
    sentences: korean,
    unknown: '담당자',
    deciderOf: (member: string, byHost: boolean) => `${byHost ? '주최 측 ' : ''}${member} 님이`,
    reason: '사유',
  },
};

function said({ news, by, byHost, reason, ...given }: Facts, { sender, language }: Reading): Said {
  const words = inLanguage[language];
  const member = by === null ? words.unknown : nameOf(by);
  return words.sentences[news]({
    name: nameOf(given.name),
    firm: nameOf(given.firm),
    mailDomain: given.mailDomain,
    short: sender.short,
    member,
    decider: words.deciderOf(member, byHost),
    why: quote(words.reason, reason ?? ''),
    ways: waysToHost(sender, language),
  });
}

function letter(
  { news, firmId }: Facts,
  { subject, said: paragraphs, reason }: Said,
  { sender, language }: Reading,
): Letter {
  const isOfHost = news === 'ended';
  const labels = isOfHost
    ? { en: 'Open the delegates', ko: '참가자 화면 열기' }
    : { en: 'Open the page of the firm', ko: '기업 페이지 열기' };
  return {
    subject,
    title: subject,
    parts: [...paragraphs.map(text), ...reason],
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
    en: (given, reading) => letter(given, said(given, reading), reading),
    ko: (given, reading) => letter(given, said(given, reading), reading),
  },
});
