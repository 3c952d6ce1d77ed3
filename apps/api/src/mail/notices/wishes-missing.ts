import { z } from 'zod';
import { type Letter, row, rows, text } from '../letters/letter.ts';
import { venueOf } from '../letters/sender.ts';
import { instantInMail } from '../times-in-mail.ts';
import { noticeKind, type Reading } from './notice-kind.ts';
import { nameOf } from './phrases.ts';

const facts = z.strictObject({
  firm: z.string(),
  /** Whether the profile is confirmed; if not, that is what is missing first. */
  profile: z.boolean(),
  wishes: z.int(),
  asked: z.int(),
  deadline: z.string(),
});
type Facts = z.infer<typeof facts>;

const texts = {
  en: {
    profile: (firm: string) => [
      `${firm}: say what you offer and need`,
      `The profile of ${firm} is not confirmed yet. It says what your firm offers and needs; others read it once it is confirmed, and both sides are matched by it.`,
    ],
    wishes: (firm: string, { wishes, asked }: Facts) => [
      `${firm}: say whom you would like to meet`,
      `${firm} has given ${wishes} of ${asked} wishes. Meetings are planned from the wishes of both sides.`,
    ],
    deadline: 'Wishes close',
    open: { profile: 'Open our profile', wishes: 'Open “Whom to meet”' },
  },
  ko: {
    profile: (firm: string) => [
      `${firm}: 제공하고 필요로 하는 것을 알려 주세요`,
      `${firm}의 프로필이 아직 확정되지 않았습니다. 프로필은 귀사가 제공하고 필요로 하는 것을 알립니다. 확정하면 다른 기업이 읽을 수 있고, 양측의 매칭에 쓰입니다.`,
    ],
    wishes: (firm: string, { wishes, asked }: Facts) => [
      `${firm}: 만나고 싶은 기업을 알려 주세요`,
      `${firm}에서 희망 ${asked}건 가운데 ${wishes}건을 알려 주셨습니다. 면담은 양측의 희망을 바탕으로 편성됩니다.`,
    ],
    deadline: '희망 접수 마감',
    open: { profile: '프로필 열기', wishes: '만날 상대 열기' },
  },
};

function letter(given: Facts, { sender, language, zone }: Reading): Letter {
  const said = texts[language];
  const lack = given.profile ? 'wishes' : 'profile';
  const [subject = '', paragraph = ''] = said[lack](nameOf(given.firm), given);
  return {
    subject,
    title: subject,
    parts: [
      text(paragraph),
      ...rows([row(said.deadline, instantInMail(given.deadline, venueOf(sender), { language, zone }))]),
    ],
    link: {
      label: said.open[lack],
      path: `/e/${sender.slug}/${given.profile ? 'whom-to-meet' : 'our-profile'}`,
    },
  };
}

/** A firm has no confirmed profile, or fewer wishes than are asked for. */
export const wishesMissing = noticeKind({ facts, write: { en: letter, ko: letter } });
