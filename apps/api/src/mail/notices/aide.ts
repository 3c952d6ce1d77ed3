import { z } from 'zod';
import { text } from '../letters/letter.ts';
import type { Language } from '../letters/sender.ts';
import { noticeKind, type Reading } from './notice-kind.ts';
import { nameOf } from './phrases.ts';

/** What a principal, the head of their delegation or an aide is told: to whom, and of what. */
export const aideNews = [
  'principal:proposed',
  'principal:invited',
  'principal:confirmed',
  'principal:accepted',
  'principal:acted',
  'principal:device',
  'principal:ended',
  'principal:host',
  'head:proposed',
  'aide:proposed',
  'aide:invited',
  'aide:confirmed',
  'aide:ended',
] as const;
export type AideNews = (typeof aideNews)[number];

/** An aide is named by mail address: a name is free text until the host has vetted it. */
const facts = z.strictObject({ news: z.enum(aideNews), aide: z.string(), principal: z.string() });

interface Names {
  aide: string;
  principal: string;
  edition: string;
}

type Said = (names: Names) => [subject: string, ...said: string[]];

const stop = 'If you did not expect this, end it at once under “Me”.';
const stopKo = '예상하지 못한 일이라면 “내 정보”에서 바로 종료하십시오.';
const stays = 'What they agreed to in your name stays.';
const staysKo = '귀하의 이름으로 합의한 내용은 그대로 유지됩니다.';
const does = 'An aide keeps your agenda and answers requests for meetings in your name.';
const doesKo = '보좌관은 귀하의 이름으로 일정을 관리하고 면담 요청에 답합니다.';

const en: Record<AideNews, Said> = {
  'principal:proposed': ({ aide, edition }) => [
    'Somebody is to act for you',
    `The host proposes ${aide} as your aide at ${edition}. ${does}`,
    'Nothing happens before you agree, or the head of your delegation does for you. Agree or end it under “Me”.',
  ],
  'principal:invited': ({ aide, edition }) => [
    'You invited an aide',
    `You invited ${aide} to act for you at ${edition}. ${does} ${stop}`,
  ],
  'principal:confirmed': ({ aide, edition }) => [
    'Your aide was confirmed for you',
    `The head of your delegation confirmed that ${aide} may act for you at ${edition}. ${stop}`,
  ],
  'principal:accepted': ({ aide, edition }) => [
    'Your aide has accepted',
    `${aide} has accepted to act for you at ${edition}. What they do is recorded as theirs for you, except which sessions they put into your agenda: that is private. ${stop}`,
  ],
  'principal:acted': ({ aide, edition }) => [
    'Your aide acts for you now',
    `${aide} has begun to act for you at ${edition}. ${stop}`,
  ],
  'principal:device': ({ aide, edition }) => [
    'Your aide acts from another device',
    `${aide} now acts for you at ${edition} from a device that they have not used before. ${stop}`,
  ],
  'principal:ended': ({ aide, edition }) => [
    'An aide can no longer act for you',
    `${aide} can no longer act for you at ${edition}. ${stays}`,
  ],
  'principal:host': ({ aide, edition }) => [
    'An aide can no longer act for you',
    `You belong to the host’s team of ${edition} now, and nobody acts for a member of that team. So ${aide} can no longer act for you. ${stays}`,
  ],
  'head:proposed': ({ aide, principal, edition }) => [
    'An aide waits for your confirmation',
    `The host proposes ${aide} as the aide of ${principal}, who belongs to the delegation that you head at ${edition}.`,
    `If ${principal} cannot agree themselves, you can do it for them, with your second factor, under “Delegations”.`,
  ],
  'aide:proposed': ({ principal, edition }) => [
    'You are to act for a delegate',
    `The host proposes that you act for ${principal} at ${edition}: keep their agenda and answer requests for meetings.`,
    `Sign in with this address, accept under “Me”, and register as staff. You can act once you are accredited and ${principal} has agreed.`,
  ],
  'aide:invited': ({ principal, edition }) => [
    'You are asked to act for a delegate',
    `${principal} asks you to act for them at ${edition}: to keep their agenda and answer requests for meetings.`,
    'Sign in with this address, accept under “Me”, and register as staff. Until you are accredited you can only fill in their registration.',
  ],
  'aide:confirmed': ({ principal, edition }) => [
    'You may act for a delegate',
    `It was agreed that you act for ${principal} at ${edition}. Sign in with this address, and accept under “Me” if you have not yet.`,
  ],
  'aide:ended': ({ principal, edition }) => [
    'You no longer act for a delegate',
    `You can no longer act for ${principal} at ${edition}.`,
  ],
};

const ko: Record<AideNews, Said> = {
  'principal:proposed': ({ aide, edition }) => [
    '보좌관 지정 제안',
    `주최 측이 ${edition}에서 ${aide} 님을 귀하의 보좌관으로 제안했습니다. ${doesKo}`,
    '귀하 또는 대표단장이 동의하기 전에는 효력이 없습니다. “내 정보”에서 동의하거나 종료하십시오.',
  ],
  'principal:invited': ({ aide, edition }) => [
    '보좌관을 초대하셨습니다',
    `${edition}에서 귀하를 대리할 보좌관으로 ${aide} 님을 초대하셨습니다. ${doesKo} ${stopKo}`,
  ],
  'principal:confirmed': ({ aide, edition }) => [
    '보좌관이 확인되었습니다',
    `대표단장이 ${edition}에서 ${aide} 님이 귀하를 대리할 수 있다고 확인했습니다. ${stopKo}`,
  ],
  'principal:accepted': ({ aide, edition }) => [
    '보좌관이 수락했습니다',
    `${aide} 님이 ${edition}에서 귀하의 대리를 수락했습니다. 활동은 대리로 기록되지만, 일정에 어떤 세션을 넣었는지는 비공개이므로 기록되지 않습니다. ${stopKo}`,
  ],
  'principal:acted': ({ aide, edition }) => [
    '보좌관이 대리를 시작했습니다',
    `${aide} 님이 ${edition}에서 귀하를 대리하기 시작했습니다. ${stopKo}`,
  ],
  'principal:device': ({ aide, edition }) => [
    '보좌관이 새 기기를 사용합니다',
    `${aide} 님이 ${edition}에서 전에 쓰지 않던 기기로 귀하를 대리하고 있습니다. ${stopKo}`,
  ],
  'principal:ended': ({ aide, edition }) => [
    '보좌관 지정이 종료되었습니다',
    `${aide} 님은 ${edition}에서 더 이상 귀하를 대리할 수 없습니다. ${staysKo}`,
  ],
  'principal:host': ({ aide, edition }) => [
    '보좌관 지정이 종료되었습니다',
    `이제 ${edition} 주최 측에 속하시며, 주최 측 구성원은 대리할 수 없습니다. 따라서 ${aide} 님은 더 이상 귀하를 대리할 수 없습니다. ${staysKo}`,
  ],
  'head:proposed': ({ aide, principal, edition }) => [
    '보좌관 확인 요청',
    `주최 측이 ${edition}에서 귀하가 이끄는 대표단의 ${principal} 님에게 ${aide} 님을 보좌관으로 제안했습니다.`,
    `${principal} 님이 직접 동의할 수 없으면 “대표단”에서 2단계 인증 후 대신 확인하실 수 있습니다.`,
  ],
  'aide:proposed': ({ principal, edition }) => [
    '참가자 대리 제안',
    `주최 측이 ${edition}에서 ${principal} 님의 일정을 관리하고 면담 요청에 답할 보좌관으로 귀하를 제안했습니다.`,
    `이 메일 주소로 로그인하여 “내 정보”에서 수락하고 수행원으로 등록하십시오. 참가가 승인되고 ${principal} 님이 동의하면 대리할 수 있습니다.`,
  ],
  'aide:invited': ({ principal, edition }) => [
    '참가자 대리 요청',
    `${principal} 님이 ${edition}에서 일정을 관리하고 면담 요청에 답해 달라고 요청했습니다.`,
    '이 메일 주소로 로그인하여 “내 정보”에서 수락하고 수행원으로 등록하십시오. 참가가 승인될 때까지는 등록 신청서만 작성할 수 있습니다.',
  ],
  'aide:confirmed': ({ principal, edition }) => [
    '참가자를 대리할 수 있습니다',
    `${edition}에서 ${principal} 님을 대리하는 데 동의를 받았습니다. 이 메일 주소로 로그인하고, 아직이라면 “내 정보”에서 수락하십시오.`,
  ],
  'aide:ended': ({ principal, edition }) => [
    '참가자 대리가 종료되었습니다',
    `${edition}에서 더 이상 ${principal} 님을 대리할 수 없습니다.`,
  ],
};

function letter(said: Record<AideNews, Said>, given: z.infer<typeof facts>, { sender, language }: Reading) {
  const isHead = given.news.startsWith('head:');
  // A principal who is not accredited is named by address; neither has a name of theirs made into a link.
  const isAddress = z.email().safeParse(given.principal).success;
  const principal = isAddress ? given.principal : nameOf(given.principal);
  const [subject, ...paragraphs] = said[given.news]({ aide: given.aide, principal, edition: sender.short });
  const labels: Record<Language, string> = isHead
    ? { en: 'Open “Delegations”', ko: '“대표단” 열기' }
    : { en: 'Open “Me”', ko: '“내 정보” 열기' };
  return {
    subject: `${subject}: ${sender.short}`,
    title: subject,
    parts: paragraphs.map(text),
    link: {
      label: labels[language],
      path: isHead ? `/secretariat/${sender.slug}/delegations` : `/e/${sender.slug}/me`,
    },
  };
}

/** What happens between a principal and an aide. */
export const aideChange = noticeKind({
  facts,
  write: {
    en: (given, reading) => letter(en, given, reading),
    ko: (given, reading) => letter(ko, given, reading),
  },
});
