/** What a mail about who speaks for a firm tells. */
export interface StandingFacts {
  name: string;
  firm: string;
  edition: string;
  /** Who decided; null before anybody did. */
  by: string | null;
  byHost: boolean;
  reason: string | null;
  mailDomain: string;
}

/** To whom which news goes: those who may confirm, those who speak for the firm, and the person themselves. */
export type StandingNews = 'waits' | 'confirmed' | 'confirmed-you' | 'ended' | 'ended-you';

type Texts = Record<StandingNews, (facts: StandingFacts) => { subject: string; body: string }>;

const because = (reason: string | null, label: string) => (reason ? `\n\n${label}: ${reason}` : '');

const en: Texts = {
  waits: ({ name, firm, edition, mailDomain }) => ({
    subject: `Does ${name} speak for ${firm}?`,
    body: `${name} (mail address at ${mailDomain}) is accredited for ${edition} and says that they represent ${firm}. Until one of you confirms it, they see nothing of your firm. Confirm it, or turn them away, on the page of your firm. If none of you answers, the host may decide.`,
  }),
  confirmed: ({ name, firm, edition, by, byHost, reason }) => ({
    subject: `${name} now speaks for ${firm}`,
    body: `${by ?? ''}${byHost ? ' of the host' : ''} confirmed that ${name} represents ${firm} at ${edition}. If this is wrong, end it on the page of your firm.${because(reason, 'Reason')}`,
  }),
  'confirmed-you': ({ firm, edition, by, byHost }) => ({
    subject: `You now speak for ${firm}`,
    body: `${by ?? ''}${byHost ? ' of the host' : ''} confirmed that you represent ${firm} at ${edition}. Its meetings, wishes and documents are open to you now.`,
  }),
  ended: ({ name, firm, edition, by, reason }) => ({
    subject: `${name} no longer speaks for ${firm}`,
    body: `${by ?? ''} of ${firm} ended the standing of ${name} as a representative at ${edition}. You can restore it at the desk, among the delegates.${because(reason, 'Reason')}`,
  }),
  'ended-you': ({ firm, edition, by, reason }) => ({
    subject: `You do not speak for ${firm} any more`,
    body: `${by ?? ''} of ${firm} ended your standing as a representative at ${edition}. You keep your accreditation. If this is wrong, write to the host, who can restore it.${because(reason, 'Reason')}`,
  }),
};

const ko: Texts = {
  waits: ({ name, firm, edition, mailDomain }) => ({
    subject: `${name} 님이 ${firm}을(를) 대표합니까?`,
    body: `${edition} 참가가 승인된 ${name} 님(메일 주소: ${mailDomain})이 ${firm}을(를) 대표한다고 밝혔습니다. 여러분 가운데 한 분이 확인하기 전에는 귀사의 내용을 전혀 볼 수 없습니다. 귀사 페이지에서 확인하거나 거절해 주십시오. 아무도 답하지 않으면 주최 측이 결정할 수 있습니다.`,
  }),
  confirmed: ({ name, firm, edition, by, byHost, reason }) => ({
    subject: `${name} 님이 이제 ${firm}을(를) 대표합니다`,
    body: `${byHost ? '주최 측 ' : ''}${by ?? ''} 님이 ${edition}에서 ${name} 님이 ${firm}을(를) 대표한다고 확인했습니다. 잘못되었다면 귀사 페이지에서 끝내 주십시오.${because(reason, '사유')}`,
  }),
  'confirmed-you': ({ firm, edition, by, byHost }) => ({
    subject: `이제 ${firm}을(를) 대표하십니다`,
    body: `${byHost ? '주최 측 ' : ''}${by ?? ''} 님이 ${edition}에서 귀하가 ${firm}을(를) 대표한다고 확인했습니다. 이제 기업의 면담, 희망 상대, 문서를 이용하실 수 있습니다.`,
  }),
  ended: ({ name, firm, edition, by, reason }) => ({
    subject: `${name} 님은 더 이상 ${firm}을(를) 대표하지 않습니다`,
    body: `${firm}의 ${by ?? ''} 님이 ${edition}에서 ${name} 님의 대표 자격을 끝냈습니다. 데스크의 참가자 화면에서 되돌릴 수 있습니다.${because(reason, '사유')}`,
  }),
  'ended-you': ({ firm, edition, by, reason }) => ({
    subject: `더 이상 ${firm}을(를) 대표하지 않습니다`,
    body: `${firm}의 ${by ?? ''} 님이 ${edition}에서 귀하의 대표 자격을 끝냈습니다. 참가 승인은 그대로입니다. 잘못되었다면 주최 측에 알려 주십시오. 주최 측이 되돌릴 수 있습니다.${because(reason, '사유')}`,
  }),
};

/** Subject and text of a mail, in the reader's language. */
export const standingText = (news: StandingNews, facts: StandingFacts, language: string) =>
  (language.startsWith('ko') ? ko : en)[news](facts);
