import { z } from 'zod';
import { type Letter, text } from '../letters/letter.ts';
import { waysToHost } from '../letters/sender.ts';
import { noticeKind, type Reading } from './notice-kind.ts';
import { nameOf } from './phrases.ts';

/** How a registration stands, with what its sentences depend on. It never holds the reason of a decision. */
export const registrationFacts = z.discriminatedUnion('news', [
  z.strictObject({ news: z.literal('received') }),
  z.strictObject({ news: z.literal('waitlisted') }),
  z.strictObject({ news: z.literal('held-back') }),
  z.strictObject({ news: z.literal('promoted') }),
  z.strictObject({
    news: z.literal('accredited'),
    /** The firm that they named; null for everybody who is of none. */
    firm: z.string().nullable(),
    /** Whether they speak for it already; if not, whether one of its people can confirm them. */
    speaks: z.boolean(),
    colleagues: z.boolean(),
  }),
  z.strictObject({ news: z.literal('declined') }),
  z.strictObject({
    news: z.literal('revoked'),
    /** How many meetings they were to take part in. */
    meetings: z.int(),
  }),
  z.strictObject({
    news: z.literal('withdrawn'),
    meetings: z.int(),
    /** Whether the edition takes registrations still. */
    open: z.boolean(),
  }),
]);
type Facts = z.infer<typeof registrationFacts>;
type Accredited = Extract<Facts, { news: 'accredited' }>;

/** What the sentences name beside the facts: the forum, and how to ask the host. */
interface Names {
  short: string;
  questions: string[];
}

/** The sentences of each news in one language. */
type Sentences = {
  [News in Facts['news']]: (facts: Extract<Facts, { news: News }>, names: Names) => Said;
};

interface Said {
  subject: string;
  title: string;
  said: string[];
}

function opensInEnglish({ firm, speaks, colleagues }: Accredited): string[] {
  const open = 'The programme, the firms and the people who take part are open to you now.';
  if (firm === null) return [open];
  const name = nameOf(firm);
  if (speaks) return [open, `So are the meetings, wishes and documents of ${name}, for which you speak.`];
  const confirms = colleagues ? `one of the representatives of ${name}, or the host,` : 'the host';
  return [
    open,
    `You named ${name} as your firm. Its meetings, wishes and documents open when ${confirms} confirms that you speak for it; we mail you then.`,
  ];
}

function opensInKorean({ firm, speaks, colleagues }: Accredited): string[] {
  const open = '이제 프로그램, 기업, 참가자 목록을 이용하실 수 있습니다.';
  if (firm === null) return [open];
  const name = nameOf(firm);
  if (speaks) return [open, `귀하가 대표하는 ${name}의 면담, 희망 상대, 문서도 이용하실 수 있습니다.`];
  const confirms = colleagues ? `${name}의 대표 또는 주최 측이` : '주최 측이';
  return [
    open,
    `${name}의 면담, 희망 상대, 문서는 ${confirms} 귀하를 대표로 확인한 뒤에 열리며, 그때 메일로 알려 드립니다.`,
  ];
}

function meetingsInEnglish(count: number): string[] {
  if (count === 0) return [];
  const what = count === 1 ? 'the meeting' : `the ${count} meetings`;
  return [
    `You no longer take part in ${what} that you were to attend. Where others of your team come, it takes place without you; otherwise it is cancelled.`,
  ];
}

const meetingsInKorean = (count: number): string[] =>
  count === 0
    ? []
    : [
        `참석하기로 한 면담 ${count}건에 더 이상 참석하지 않습니다. 같은 팀의 다른 분이 참석하면 그대로 진행되고, 없으면 취소됩니다.`,
      ];

const english: Sentences = {
  received: (_, { short }) => ({
    subject: `Your registration has arrived: ${short}`,
    title: 'Your registration has arrived',
    said: [
      `You have registered for ${short}. The host’s accreditation office looks at every registration; we mail you its decision.`,
    ],
  }),
  waitlisted: (_, { short }) => ({
    subject: `You are on the waiting list: ${short}`,
    title: 'You are on the waiting list',
    said: [
      `There is no place for you at ${short} at the moment, so you are on the waiting list. You need not do anything: we mail you when there is one for you.`,
    ],
  }),
  'held-back': (_, { short }) => ({
    subject: `You are on the waiting list: ${short}`,
    title: 'You are on the waiting list',
    said: [
      `The host’s accreditation office has put you on the waiting list for ${short}. It decides on your registration again and mails you; you need not do anything.`,
    ],
  }),
  promoted: (_, { short }) => ({
    subject: `There is a place for you: ${short}`,
    title: 'There is a place for you',
    said: [
      `You have moved up from the waiting list of ${short}. The host’s accreditation office now looks at your registration; we mail you its decision.`,
    ],
  }),
  accredited: (facts, { short }) => ({
    subject: `You are accredited: ${short}`,
    title: `You are accredited for ${short}`,
    said: opensInEnglish(facts),
  }),
  declined: (_, { short, questions }) => ({
    subject: `Your registration could not be accepted: ${short}`,
    title: 'Your registration could not be accepted',
    said: [`We regret that your registration for ${short} could not be accepted.`, ...questions],
  }),
  revoked: (facts, { short, questions }) => ({
    subject: `Your accreditation has ended: ${short}`,
    title: 'Your accreditation has ended',
    said: [
      `Your accreditation for ${short} has been taken back.`,
      ...meetingsInEnglish(facts.meetings),
      ...questions,
    ],
  }),
  withdrawn: (facts, { short }) => ({
    subject: `You have withdrawn: ${short}`,
    title: 'You have withdrawn',
    said: [
      `You have withdrawn your registration for ${short}.`,
      ...meetingsInEnglish(facts.meetings),
      ...(facts.open ? ['You can register again while registration is open.'] : []),
    ],
  }),
};

const korean: Sentences = {
  received: (_, { short }) => ({
    subject: `등록 신청이 접수되었습니다: ${short}`,
    title: '등록 신청이 접수되었습니다',
    said: [`${short} 등록 신청이 접수되었습니다. 주최 측 인증 담당이 검토한 뒤 결정을 메일로 알려 드립니다.`],
  }),
  waitlisted: (_, { short }) => ({
    subject: `대기자 명단에 올랐습니다: ${short}`,
    title: '대기자 명단에 올랐습니다',
    said: [
      `현재 배정할 자리가 없어 ${short} 대기자 명단에 올랐습니다. 자리가 나면 메일로 알려 드리며, 따로 하실 일은 없습니다.`,
    ],
  }),
  'held-back': (_, { short }) => ({
    subject: `대기자 명단에 올랐습니다: ${short}`,
    title: '대기자 명단에 올랐습니다',
    said: [
      `주최 측 인증 담당이 귀하를 ${short} 대기자 명단에 올렸습니다. 신청을 다시 결정한 뒤 메일로 알려 드리며, 따로 하실 일은 없습니다.`,
    ],
  }),
  promoted: (_, { short }) => ({
    subject: `자리가 났습니다: ${short}`,
    title: '자리가 났습니다',
    said: [
      `${short} 대기자 명단에서 자리가 배정되었습니다. 인증 담당이 신청을 검토한 뒤 결정을 메일로 알려 드립니다.`,
    ],
  }),
  accredited: (facts, { short }) => ({
    subject: `참가가 승인되었습니다: ${short}`,
    title: `${short} 참가가 승인되었습니다`,
    said: opensInKorean(facts),
  }),
  declined: (_, { short, questions }) => ({
    subject: `등록을 받아들이지 못했습니다: ${short}`,
    title: '등록을 받아들이지 못했습니다',
    said: [`아쉽게도 ${short} 등록을 받아들이지 못했습니다.`, ...questions],
  }),
  revoked: (facts, { short, questions }) => ({
    subject: `참가 승인이 취소되었습니다: ${short}`,
    title: '참가 승인이 취소되었습니다',
    said: [`${short} 참가 승인이 취소되었습니다.`, ...meetingsInKorean(facts.meetings), ...questions],
  }),
  withdrawn: (facts, { short }) => ({
    subject: `등록을 철회하셨습니다: ${short}`,
    title: '등록을 철회하셨습니다',
    said: [
      `${short} 등록을 철회하셨습니다.`,
      ...meetingsInKorean(facts.meetings),
      ...(facts.open ? ['등록 기간에는 다시 신청하실 수 있습니다.'] : []),
    ],
  }),
};

const inLanguage = {
  en: { sentences: english, ask: (ways: string) => `If you have questions, ${ways}.` },
  ko: { sentences: korean, ask: (ways: string) => `문의: ${ways}` },
};

function said(facts: Facts, { sender, language }: Reading): Said {
  const { sentences, ask } = inLanguage[language];
  const ways = waysToHost(sender, language);
  const write = sentences[facts.news] as (facts: Facts, names: Names) => Said;
  return write(facts, { short: sender.short, questions: ways ? [ask(ways)] : [] });
}

function letter(
  facts: Facts,
  { subject, title, said: paragraphs }: Said,
  { sender, language }: Reading,
): Letter {
  const isIn = facts.news === 'accredited';
  const labels = isIn
    ? { en: 'Open the forum', ko: '포럼 열기' }
    : { en: 'See your registration', ko: '등록 상태 보기' };
  return {
    subject,
    title,
    parts: paragraphs.map(text),
    link: { label: labels[language], path: `/e/${sender.slug}/${isIn ? 'today' : 'register'}` },
  };
}

/** How the registration of a delegate stands. */
export const registration = noticeKind({
  facts: registrationFacts,
  write: {
    en: (facts, reading) => letter(facts, said(facts, reading), reading),
    ko: (facts, reading) => letter(facts, said(facts, reading), reading),
  },
});
