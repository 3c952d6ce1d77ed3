/** What a mail to an export officer says, all of which the officer can also read at the meeting. */
export interface AwaitedFacts {
  other: string;
  topic: string;
  entries: string;
  /** Whether the side had released it before, and that has lapsed. */
  lapsed: boolean;
  /** Whether everybody who comes is named, with a nationality; nothing can be released before. */
  releasable: boolean;
  link: string;
}

type Texts = Record<'awaited' | 'lapsed', (facts: AwaitedFacts) => { subject: string; lead: string }> &
  Record<'releasable' | 'unnamed', string>;

const english: Texts = {
  awaited: ({ other, topic, entries }) => ({
    subject: `Release awaited: ${topic}`,
    lead: `The meeting with ${other} about "${topic}" touches ${entries} and waits for the release of your side. It cannot be agreed before.`,
  }),
  lapsed: ({ other, topic, entries }) => ({
    subject: `Release has lapsed: ${topic}`,
    lead: `The nationalities of those who meet ${other} about "${topic}" have changed, so the release of ${entries} by your side has lapsed. Nobody may talk about it before it is released anew.`,
  }),
  releasable:
    'You can release it now, in person, for exactly the nationalities of those who take part. You may also leave it waiting.',
  unnamed: 'You can release it once both sides have said who comes.',
};

const korean: Texts = {
  awaited: ({ other, topic, entries }) => ({
    subject: `승인 대기: ${topic}`,
    lead: `${other}와(과)의 "${topic}" 면담은 ${entries}에 해당하여 귀측의 승인을 기다립니다. 승인 전에는 확정할 수 없습니다.`,
  }),
  lapsed: ({ other, topic, entries }) => ({
    subject: `승인 효력 상실: ${topic}`,
    lead: `${other}와(과)의 "${topic}" 면담 참석자의 국적이 바뀌어 ${entries}에 대한 귀측의 승인이 효력을 잃었습니다. 다시 승인하기 전에는 이 주제로 이야기할 수 없습니다.`,
  }),
  releasable:
    '현재 참석자의 국적에 한해 지금 직접 승인할 수 있습니다. 승인하지 않고 대기 상태로 둘 수도 있습니다.',
  unnamed: '양측이 참석자를 정한 뒤에 승인할 수 있습니다.',
};

/** Subject and text of a mail to an export officer, in the reader's language. */
export function officerText(facts: AwaitedFacts, language: string): { subject: string; text: string } {
  const texts = language.startsWith('ko') ? korean : english;
  const { subject, lead } = texts[facts.lapsed ? 'lapsed' : 'awaited'](facts);
  const next = texts[facts.releasable ? 'releasable' : 'unnamed'];
  return { subject, text: `${[lead, next, facts.link].join('\n\n')}\n` };
}

/** What a firm is told when somebody is named its export officer. */
export interface NamedFacts {
  officer: string;
  firm: string;
  edition: string;
  by: string;
  inForce: boolean;
  link: string;
}

const named = {
  en: ({ officer, firm, edition, by, inForce }: NamedFacts) => ({
    subject: `Export officer of ${firm}: ${officer}`,
    lead: `${by} named ${officer} as an officer who may release listed topics for ${firm} at ${edition}.`,
    next: inForce
      ? 'This is in force, since nobody else speaks for the firm.'
      : 'It takes force when another representative, who is neither of the two, confirms it. If this is wrong, do not confirm it and write to the host.',
  }),
  ko: ({ officer, firm, edition, by, inForce }: NamedFacts) => ({
    subject: `${firm} 수출통제 담당: ${officer}`,
    lead: `${by} 님이 ${edition}에서 ${firm}의 통제 대상 주제를 승인할 담당자로 ${officer} 님을 지정했습니다.`,
    next: inForce
      ? '기업을 대표하는 다른 분이 없으므로 바로 효력이 있습니다.'
      : '두 분이 아닌 다른 대표가 확인하면 효력이 생깁니다. 잘못되었다면 확인하지 말고 주최 측에 알려 주십시오.',
  }),
};

/** Subject and text of that mail, in the reader's language. */
export function namedText(facts: NamedFacts, language: string): { subject: string; text: string } {
  const { subject, lead, next } = named[language.startsWith('ko') ? 'ko' : 'en'](facts);
  return { subject, text: `${[lead, next, facts.link].join('\n\n')}\n` };
}
