import { isStaffRole, opensDesk, type Role, roles } from '@forum/domain/identity/role';
import { z } from 'zod';
import { type Letter, text } from '../letters/letter.ts';
import { noticeKind, type Reading } from './notice-kind.ts';

const facts = z.strictObject({
  role: z.enum(roles),
  /** The delegation that they head; null where the role is of the edition as a whole. */
  of: z.string().nullable(),
});
type Facts = z.infer<typeof facts>;

/** Each role by name, and what its holder does; only what the policy table lets them do. */
const english: Record<Role, readonly [name: string, does: string]> = {
  organiser: ['an organiser', 'You run the edition: its programme, hall, delegations, meetings and roles.'],
  'accreditation-officer': [
    'an accreditation officer',
    'You look at registrations and decide who is accredited.',
  ],
  'delegation-head': ['a head of delegation', 'You fill the places of a delegation once you head one.'],
  'firm-representative': ['a representative of a firm', ''],
  speaker: ['a speaker', ''],
  delegate: ['a delegate', ''],
  auditor: ['an auditor', 'You read the journal of the edition.'],
};

const korean: Record<Role, readonly [name: string, does: string]> = {
  organiser: ['주최 담당', '프로그램, 면담장, 대표단, 면담, 역할 등 행사 전반을 운영합니다.'],
  'accreditation-officer': ['인증 담당', '등록 신청을 검토하고 참가 승인을 결정합니다.'],
  'delegation-head': ['대표단장', '대표단이 정해지면 그 자리를 채웁니다.'],
  'firm-representative': ['기업 대표', ''],
  speaker: ['연사', ''],
  delegate: ['참가자', ''],
  auditor: ['감사 담당', '행사의 감사 기록을 열람합니다.'],
};

const factorFirst = {
  en: 'The desk opens after a second factor. If you have none yet, another member of the host’s team makes you a code to set it up, and gives it to you in person or by telephone.',
  ko: '데스크는 2단계 인증 뒤에 열립니다. 아직 설정하지 않았다면 주최 측의 다른 담당자가 설정 코드를 만들어 직접 또는 전화로 전달합니다.',
};

/** Where the holder of a role begins: the desk, for those who have one. */
function pathOf(role: Role, slug: string): string {
  if (isStaffRole(role)) return `/secretariat/${slug}`;
  return role === 'delegation-head' ? `/secretariat/${slug}/delegations` : `/e/${slug}/today`;
}

function letter({ role }: Facts, subject: string, said: string[], { sender, language }: Reading): Letter {
  const hasDesk = opensDesk([role]);
  const label = hasDesk
    ? { en: 'Open the desk', ko: '데스크 열기' }[language]
    : { en: 'Open the forum', ko: '포럼 열기' }[language];
  return {
    subject,
    title: subject,
    parts: [...said, isStaffRole(role) ? factorFirst[language] : ''].filter(Boolean).map(text),
    link: { label, path: pathOf(role, sender.slug) },
  };
}

/** A role was given to somebody. */
export const roleGiven = noticeKind({
  facts,
  write: {
    en: (given, reading) => {
      const { short } = reading.sender;
      const [name, does] = english[given.role];
      if (given.of !== null)
        return letter(
          given,
          `You head a delegation: ${short}`,
          [
            `You head the delegation “${given.of}” at ${short}: you invite its members and fill its places. Sign in with this address.`,
          ],
          reading,
        );
      return letter(
        given,
        `You are ${name}: ${short}`,
        [`You were made ${name} of ${short}. ${does} Sign in with this address.`.replace(/ {2}/, ' ')],
        reading,
      );
    },
    ko: (given, reading) => {
      const { short } = reading.sender;
      const [name, does] = korean[given.role];
      if (given.of !== null)
        return letter(
          given,
          `대표단장 지정: ${short}`,
          [
            `${short}에서 대표단 “${given.of}”의 단장으로 지정되셨습니다. 구성원을 초대하고 자리를 채웁니다. 이 메일 주소로 로그인하십시오.`,
          ],
          reading,
        );
      return letter(
        given,
        `${name} 지정: ${short}`,
        [
          [`${short}의 역할이 주어졌습니다: ${name}.`, does, '이 메일 주소로 로그인하십시오.']
            .filter(Boolean)
            .join(' '),
        ],
        reading,
      );
    },
  },
});
