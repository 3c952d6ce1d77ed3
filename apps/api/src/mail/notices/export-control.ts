import { topicIn } from '@forum/domain/meetings/topic';
import { z } from 'zod';
import { type Letter, row, rows, text } from '../letters/letter.ts';
import { waysToHost } from '../letters/sender.ts';
import { aboutTopic, noticeKind, type Reading } from './notice-kind.ts';
import { nameOf } from './phrases.ts';

const awaitedFacts = z.strictObject({
  meetingId: z.string(),
  other: z.string(),
  ...aboutTopic,
  /** Entries of control lists. */
  entries: z.array(z.string()),
  /** Whether the side had released it before, and that has lapsed. */
  lapsed: z.boolean(),
  /** Whether everybody who comes is named, with a nationality; nothing can be released before. */
  releasable: z.boolean(),
});

const awaitedTexts = {
  en: {
    awaited: (other: string) => [
      `Your release is awaited: meeting with ${other}`,
      `The topic of a meeting with ${other} touches a control list and waits for the release of your side. It cannot be agreed before.`,
    ],
    lapsed: (other: string) => [
      `A release has lapsed: meeting with ${other}`,
      `The nationalities of those who meet ${other} have changed, so the release by your side has lapsed. Nobody may talk about the topic before it is released again.`,
    ],
    releasable:
      'You can release it now, in person, for exactly the nationalities of those who take part. You may also leave it waiting.',
    unnamed: 'You can release it once both sides have said who comes.',
    topic: 'Topic',
    entries: 'Control list',
    link: 'Open the meeting',
  },
  ko: {
    awaited: (other: string) => [
      `승인 대기: ${other} 면담`,
      `${other} 측과의 면담 주제가 통제 목록에 해당하여 귀측의 승인을 기다립니다. 승인 전에는 확정할 수 없습니다.`,
    ],
    lapsed: (other: string) => [
      `승인 효력 상실: ${other} 면담`,
      `${other} 측과 만나는 참석자의 국적이 바뀌어 귀측의 승인이 효력을 잃었습니다. 다시 승인하기 전에는 이 주제로 이야기할 수 없습니다.`,
    ],
    releasable:
      '현재 참석자의 국적에 한해 지금 직접 승인할 수 있습니다. 승인하지 않고 대기 상태로 둘 수도 있습니다.',
    unnamed: '양측이 참석자를 정한 뒤에 승인할 수 있습니다.',
    topic: '주제',
    entries: '통제 목록',
    link: '면담 열기',
  },
};

function awaitedLetter(given: z.infer<typeof awaitedFacts>, { sender, language }: Reading): Letter {
  const texts = awaitedTexts[language];
  const [subject = '', said = ''] = texts[given.lapsed ? 'lapsed' : 'awaited'](nameOf(given.other));
  return {
    subject,
    title: subject,
    parts: [
      text(said),
      ...rows([row(texts.topic, topicIn(given, language)), row(texts.entries, given.entries.join(', '))]),
      text(given.releasable ? texts.releasable : texts.unnamed),
    ],
    link: { label: texts.link, path: `/e/${sender.slug}/meetings/${given.meetingId}` },
  };
}

/** A topic waits for the release of an officer's side. */
export const releaseAwaited = noticeKind({
  facts: awaitedFacts,
  write: { en: awaitedLetter, ko: awaitedLetter },
});

const namedFacts = z.strictObject({
  firmId: z.string(),
  firm: z.string(),
  officer: z.string(),
  by: z.string(),
  /** Whether it holds already, since nobody else speaks for the firm. */
  inForce: z.boolean(),
});
type NamedFacts = z.infer<typeof namedFacts>;

function namedInEnglish({ inForce, ...given }: NamedFacts, { sender, language }: Reading): string[] {
  const [officer, by, firm] = [given.officer, given.by, given.firm].map(nameOf);
  const ways = waysToHost(sender, language);
  return [
    `${firm}: an export officer was named`,
    `${by} named ${officer} as an officer who may release listed topics for ${firm} at ${sender.short}.`,
    inForce
      ? 'This is in force, since nobody else speaks for the firm.'
      : `It takes force when another representative, who is neither of the two, confirms it. If this is wrong, do not confirm it, and tell the host${ways ? `: ${ways}` : ''}.`,
  ];
}

function namedInKorean({ inForce, ...given }: NamedFacts, { sender, language }: Reading): string[] {
  const [officer, by, firm] = [given.officer, given.by, given.firm].map(nameOf);
  const ways = waysToHost(sender, language);
  return [
    `${firm}: 수출통제 담당 지정`,
    `${by} 님이 ${sender.short}에서 ${firm}의 통제 대상 주제를 승인할 담당자로 ${officer} 님을 지정했습니다.`,
    inForce
      ? '기업을 대표하는 다른 분이 없으므로 바로 효력이 있습니다.'
      : `두 분이 아닌 다른 대표가 확인하면 효력이 생깁니다. 잘못되었다면 확인하지 말고 주최 측에 알려 주십시오${ways ? ` (${ways})` : ''}.`,
  ];
}

function namedLetter({ firmId }: NamedFacts, said: string[], { sender, language }: Reading): Letter {
  const [subject = '', ...paragraphs] = said;
  const labels = { en: 'Open the page of the firm', ko: '기업 페이지 열기' };
  return {
    subject,
    title: subject,
    parts: paragraphs.map(text),
    link: { label: labels[language], path: `/e/${sender.slug}/firms/${firmId}` },
  };
}

/** Somebody was named the export officer of a firm. */
export const officerNamed = noticeKind({
  facts: namedFacts,
  write: {
    en: (given, reading) => namedLetter(given, namedInEnglish(given, reading), reading),
    ko: (given, reading) => namedLetter(given, namedInKorean(given, reading), reading),
  },
});
