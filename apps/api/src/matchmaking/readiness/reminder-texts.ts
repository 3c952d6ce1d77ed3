/** What a reminder says; `deadline` is a whole phrase already. */
export interface ReminderFacts {
  firm: string;
  /** Whether the profile is confirmed. */
  profile: boolean;
  wishes: number;
  asked: number;
  deadline: string;
  link: string;
}

interface Text {
  subject: string;
  text: string;
}

const english = ({ firm, profile, wishes, asked, deadline, link }: ReminderFacts): Text => ({
  subject: profile ? `${firm}: say whom you would like to meet` : `${firm}: say what you offer and need`,
  text: [
    profile
      ? `${firm} has given ${wishes} of ${asked} wishes. Meetings are planned from wishes.`
      : `The profile of ${firm} is not confirmed yet. Without it nobody is suggested to you, and you to nobody.`,
    `Wishes close at ${deadline}.`,
    link,
  ].join('\n\n'),
});

const korean = ({ firm, profile, wishes, asked, deadline, link }: ReminderFacts): Text => ({
  subject: profile
    ? `${firm}: 만나고 싶은 기업을 알려 주세요`
    : `${firm}: 제공하고 필요로 하는 것을 알려 주세요`,
  text: [
    profile
      ? `${firm}에서 희망 ${asked}건 가운데 ${wishes}건을 알려 주셨습니다. 면담은 희망을 바탕으로 편성됩니다.`
      : `${firm}의 프로필이 아직 확정되지 않았습니다. 확정하기 전에는 서로 추천되지 않습니다.`,
    `희망 접수 마감: ${deadline}`,
    link,
  ].join('\n\n'),
});

/** The reminder in the reader's language. */
export const reminderText = (facts: ReminderFacts, language: string): Text =>
  language.startsWith('ko') ? korean(facts) : english(facts);
