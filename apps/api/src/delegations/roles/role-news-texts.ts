import { type Role } from '@forum/domain/identity/role';

interface Texts {
  roles: Record<Role, string>;
  subject: (role: string, what: string) => string;
  body: (role: string, what: string, edition: string) => string;
}

const en: Texts = {
  roles: {
    organiser: 'organiser',
    'accreditation-officer': 'accreditation officer',
    'delegation-head': 'head of delegation',
    'firm-representative': 'representative of a firm',
    speaker: 'speaker',
    delegate: 'delegate',
    auditor: 'auditor',
  },
  subject: (role, what) => `You are ${role}: ${what}`,
  body: (role, what, edition) =>
    `You have been made ${role} (${what}) for ${edition}. Sign in with this address to begin:`,
};

const ko: Texts = {
  roles: {
    organiser: '주최 담당',
    'accreditation-officer': '인증 담당',
    'delegation-head': '대표단장',
    'firm-representative': '기업 대표',
    speaker: '연사',
    delegate: '참가자',
    auditor: '감사 담당',
  },
  subject: (role, what) => `${role}(으)로 지정되셨습니다: ${what}`,
  body: (role, what, edition) =>
    `${edition}의 ${role}(${what})(으)로 지정되셨습니다. 이 주소로 로그인하여 시작하십시오.`,
};

/** How somebody is told of a role, by language. */
export const roleNewsTexts = { en, ko };
