import { topicIn } from '@forum/domain/meetings/topic';
import { type Letter, quote, type Row, row, rows, text } from '../letters/letter.ts';
import { type Language, venueOf } from '../letters/sender.ts';
import { instantInMail, spanInMail } from '../times-in-mail.ts';
import { type MeetingFacts, meetingFacts, questions } from './meeting-facts.ts';
import { meetingSentences } from './meeting-sentences.ts';
import { noticeKind, type Reading } from './notice-kind.ts';
import { interpreterLine, named, nameOf, placeLines, spanFor } from './phrases.ts';

const labels = {
  en: {
    topic: 'Topic',
    asks: 'Who asks',
    proposed: 'Proposed times',
    answerBy: 'Please answer by',
    when: 'When',
    asAgreed: 'As agreed so far',
    wasWhen: 'It was to be',
    where: 'Where',
    interpreter: 'Interpreter',
    comes: (firm: string) => `From ${firm}`,
    writes: (firm: string) => `${firm} writes`,
    ownWrites: 'Your side writes',
    hostWrites: 'The host writes',
    answer: 'Look at it and answer',
    open: 'Open the meeting',
  },
  ko: {
    topic: '주제',
    asks: '요청한 사람',
    proposed: '제안된 시간',
    answerBy: '답변 기한',
    when: '시간',
    asAgreed: '현재 합의된 시간',
    wasWhen: '원래 시간',
    where: '장소',
    interpreter: '통역',
    comes: (firm: string) => `${firm} 참석자`,
    writes: (firm: string) => `${firm} 측의 메시지`,
    ownWrites: '귀측의 메시지',
    hostWrites: '주최 측의 메시지',
    answer: '확인하고 답하기',
    open: '면담 열기',
  },
} satisfies Record<Language, unknown>;

/** The news after which nothing takes place, or not for the reader. */
const isOff = ({ news }: MeetingFacts): boolean =>
  ['declined', 'withdrawn', 'expired', 'cancelled', 'left', 'firm-gone', 'nobody-left'].includes(news);

/** The times that wait for an answer: one line each. */
function proposedRows(given: MeetingFacts, reading: Reading): (Row | null)[] {
  if (!questions.has(given.news)) return [];
  const { sender, language, zone } = reading;
  const say = labels[language];
  const spans = given.suggested.map(({ start, ends }) =>
    spanInMail(start, ends, venueOf(sender), { language, zone }),
  );
  return [
    row(say.proposed, ...spans),
    given.answerBy && row(say.answerBy, instantInMail(given.answerBy, venueOf(sender), { language, zone })),
  ].map((one) => one || null);
}

/** When, where and with whom an agreed meeting takes place; of one that is off only when it was to be. */
function agreedRows(given: MeetingFacts, reading: Reading): (Row | null)[] {
  const { language, sender } = reading;
  const say = labels[language];
  if (!given.slot) return [];
  if (given.news === 'place-lost') return [row(say.wasWhen, spanFor(given.slot, reading))];
  if (isOff(given))
    return given.news === 'left'
      ? [row(say.when, spanFor(given.slot, reading))]
      : [row(say.wasWhen, spanFor(given.slot, reading))];
  return [
    row(questions.has(given.news) ? say.asAgreed : say.when, spanFor(given.slot, reading)),
    row(say.where, ...placeLines(given.table, sender, language)),
    row(say.interpreter, interpreterLine(given.interpreter, language)),
  ];
}

/** Who asks, while it is asked; who comes, once it is agreed. */
function peopleRows(given: MeetingFacts, language: Language): (Row | null)[] {
  const say = labels[language];
  const [own, other] = [given.ownPeople.map(named), given.otherPeople.map(named)];
  if (isOff(given)) return [];
  if (given.slot)
    return [row(say.comes(nameOf(given.own)), ...own), row(say.comes(nameOf(given.other)), ...other)];
  return [row(given.news === 'requested' ? say.asks : say.comes(nameOf(given.other)), ...other)];
}

function writer(given: MeetingFacts, language: Language): string {
  const say = labels[language];
  if (given.by === 'host') return say.hostWrites;
  return given.by === 'own' ? say.ownWrites : say.writes(nameOf(given.other));
}

function letter(given: MeetingFacts, reading: Reading): Letter {
  const { language, sender } = reading;
  const say = labels[language];
  const { by, gone, slot } = given;
  const sides = { own: nameOf(given.own), other: nameOf(given.other), by, gone, wasAgreed: slot !== null };
  const [subject, said] = meetingSentences[language][given.news](sides);
  return {
    subject,
    title: subject,
    parts: [
      text(said),
      ...quote(writer(given, language), given.message),
      ...rows([
        row(say.topic, topicIn(given, language)),
        ...agreedRows(given, reading),
        ...proposedRows(given, reading),
        ...peopleRows(given, language),
      ]),
    ],
    link: {
      label: questions.has(given.news) ? say.answer : say.open,
      path: `/e/${sender.slug}/meetings/${given.meetingId}`,
    },
  };
}

/** What is new of a meeting, for one of its people. */
export const meetingChange = noticeKind({ facts: meetingFacts, write: { en: letter, ko: letter } });
