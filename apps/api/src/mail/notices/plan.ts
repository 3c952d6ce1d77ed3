import { topicIn } from '@forum/domain/meetings/topic';
import { z } from 'zod';
import { type Letter, type Part, row, rows, text } from '../letters/letter.ts';
import type { Language } from '../letters/sender.ts';
import { aboutTopic, interpreter, noticeKind, type Reading, someone, span, table } from './notice-kind.ts';
import { interpreterLine, named, nameOf, placeLines, spanFor } from './phrases.ts';

const facts = z.strictObject({
  /** The reader's new meetings, the earliest first. */
  meetings: z.array(
    z.strictObject({
      meetingId: z.string(),
      other: z.string(),
      ...aboutTopic,
      slot: span,
      table,
      interpreter,
      /** Who comes from the other side. */
      people: z.array(someone),
    }),
  ),
  /** Requests of the reader's team that the plan has closed. */
  closed: z.array(z.strictObject({ other: z.string(), ...aboutTopic })),
});
type Facts = z.infer<typeof facts>;

const texts = {
  en: {
    planned: (count: number) =>
      count === 1 ? 'Your meeting is planned' : `Your ${count} meetings are planned`,
    from: 'The host has planned your meetings from the wishes of both sides.',
    closedOnly: (count: number) =>
      count === 1 ? 'A request is closed by the plan' : `${count} requests are closed by the plan`,
    teamMeets:
      'The host has planned meetings of your team with these firms. Their requests need no answer any more.',
    closed: 'Requests that are closed with it',
    topic: 'Topic',
    when: 'When',
    where: 'Where',
    interpreter: 'Interpreter',
    people: 'You meet',
    open: 'Open your meetings',
  },
  ko: {
    planned: (count: number) => `면담 ${count}건이 정해졌습니다`,
    from: '주최 측이 양측의 희망에 따라 면담을 정했습니다.',
    closedOnly: (count: number) => `요청 ${count}건이 배정으로 종료되었습니다`,
    teamMeets: '주최 측이 귀하의 팀과 아래 기업의 면담을 배정했습니다. 요청에 더 답하지 않으셔도 됩니다.',
    closed: '함께 종료된 요청',
    topic: '주제',
    when: '시간',
    where: '장소',
    interpreter: '통역',
    people: '상대측 참석자',
    open: '면담 목록 열기',
  },
} satisfies Record<Language, unknown>;

function meetingPart(meeting: Facts['meetings'][number], reading: Reading): Part[] {
  const { language, sender } = reading;
  const say = texts[language];
  return rows(
    [
      row(say.when, spanFor(meeting.slot, reading)),
      row(say.where, ...placeLines(meeting.table, sender, language)),
      row(say.topic, topicIn(meeting, language)),
      row(say.people, ...meeting.people.map(named)),
      row(say.interpreter, interpreterLine(meeting.interpreter, language)),
    ],
    nameOf(meeting.other),
  );
}

function letter({ meetings, closed }: Facts, reading: Reading): Letter {
  const { language, sender } = reading;
  const say = texts[language];
  const isPlanned = meetings.length > 0;
  const title = isPlanned ? say.planned(meetings.length) : say.closedOnly(closed.length);
  return {
    subject: `${title}: ${sender.short}`,
    title,
    parts: [
      text(isPlanned ? say.from : say.teamMeets),
      ...meetings.flatMap((meeting) => meetingPart(meeting, reading)),
      ...rows([row(say.closed, ...closed.map((one) => `${nameOf(one.other)} · ${topicIn(one, language)}`))]),
    ],
    link: { label: say.open, path: `/e/${sender.slug}/meetings` },
  };
}

/** What a published plan is for one person: new meetings, and requests that need no answer any more. */
export const planPublished = noticeKind({ facts, write: { en: letter, ko: letter } });
