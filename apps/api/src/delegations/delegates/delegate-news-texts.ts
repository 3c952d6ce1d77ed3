/** What can be new of a registration. */
export type DelegateNewsKind =
  | 'received'
  | 'waitlisted'
  | 'held-back'
  | 'promoted'
  | 'accredited'
  | 'accredited-waits-for-firm'
  | 'declined'
  | 'revoked'
  | 'withdrawn';

type Texts = Record<
  DelegateNewsKind,
  { subject: (edition: string) => string; body: (edition: string) => string }
>;

const en: Texts = {
  received: {
    subject: (edition) => `Your registration has arrived: ${edition}`,
    body: (edition) =>
      `Your registration for ${edition} has arrived. The host’s accreditation office now looks at it; you will hear by mail.`,
  },
  waitlisted: {
    subject: (edition) => `You are on the waiting list: ${edition}`,
    body: (edition) =>
      `No place of your category is free at the moment, so you are on the waiting list for ${edition}. When a place becomes free for you, you will hear at once; you need not do anything.`,
  },
  'held-back': {
    subject: (edition) => `You are on the waiting list: ${edition}`,
    body: (edition) =>
      `The host’s accreditation office has put you on the waiting list for ${edition}. It decides on your registration again and tells you by mail; you need not do anything.`,
  },
  promoted: {
    subject: (edition) => `There is a place for you: ${edition}`,
    body: (edition) =>
      `You are no longer on the waiting list: there is a place for you at ${edition}. The accreditation office now looks at your registration; you will hear by mail.`,
  },
  accredited: {
    subject: (edition) => `You are accredited: ${edition}`,
    body: (edition) =>
      `You are accredited for ${edition}. The programme, the firms and your meetings are open to you now.`,
  },
  'accredited-waits-for-firm': {
    subject: (edition) => `You are accredited: ${edition}`,
    body: (edition) =>
      `You are accredited for ${edition}. The programme and the firms are open to you now. Meetings, wishes and documents of the firm that you named open when one of its representatives, or the host, confirms that you speak for it; you will hear by mail. Ask a colleague who is confirmed already, or the host.`,
  },
  declined: {
    subject: (edition) => `Your registration could not be accepted: ${edition}`,
    body: (edition) =>
      `We regret that your registration for ${edition} could not be accepted. If you have questions, write to the host’s accreditation office.`,
  },
  revoked: {
    subject: (edition) => `Your accreditation has ended: ${edition}`,
    body: (edition) =>
      `Your accreditation for ${edition} has been taken back; your meetings there are cancelled. If you have questions, write to the host’s accreditation office.`,
  },
  withdrawn: {
    subject: (edition) => `You have withdrawn: ${edition}`,
    body: (edition) =>
      `You have withdrawn your registration for ${edition}; your place and your meetings have been given up. You may register again while registration is open.`,
  },
};

const ko: Texts = {
  received: {
    subject: (edition) => `등록 신청이 접수되었습니다: ${edition}`,
    body: (edition) =>
      `${edition} 등록 신청이 접수되었습니다. 주최 측 인증 담당이 검토한 뒤 메일로 알려 드립니다.`,
  },
  waitlisted: {
    subject: (edition) => `대기자 명단에 올랐습니다: ${edition}`,
    body: (edition) =>
      `신청하신 구분의 자리가 현재 없어 ${edition} 대기자 명단에 올랐습니다. 자리가 나면 바로 알려 드리며, 따로 하실 일은 없습니다.`,
  },
  'held-back': {
    subject: (edition) => `대기자 명단에 올랐습니다: ${edition}`,
    body: (edition) =>
      `주최 측 인증 담당이 귀하를 ${edition} 대기자 명단에 올렸습니다. 신청을 다시 결정한 뒤 메일로 알려 드리며, 따로 하실 일은 없습니다.`,
  },
  promoted: {
    subject: (edition) => `자리가 마련되었습니다: ${edition}`,
    body: (edition) =>
      `대기자 명단에서 벗어나 ${edition}에 자리가 마련되었습니다. 인증 담당이 신청을 검토한 뒤 메일로 알려 드립니다.`,
  },
  accredited: {
    subject: (edition) => `참가가 승인되었습니다: ${edition}`,
    body: (edition) =>
      `${edition} 참가가 승인되었습니다. 이제 프로그램, 기업, 회의를 모두 이용하실 수 있습니다.`,
  },
  'accredited-waits-for-firm': {
    subject: (edition) => `참가가 승인되었습니다: ${edition}`,
    body: (edition) =>
      `${edition} 참가가 승인되었습니다. 이제 프로그램과 기업 목록을 이용하실 수 있습니다. 귀하가 밝힌 기업의 면담, 희망 상대, 문서는 그 기업의 대표 또는 주최 측이 귀하를 확인한 뒤에 열리며, 메일로 알려 드립니다. 이미 확인된 동료나 주최 측에 문의해 주십시오.`,
  },
  declined: {
    subject: (edition) => `등록을 받아들이지 못했습니다: ${edition}`,
    body: (edition) =>
      `아쉽게도 ${edition} 등록을 받아들이지 못했습니다. 문의 사항은 주최 측 인증 담당에게 보내 주십시오.`,
  },
  revoked: {
    subject: (edition) => `참가 승인이 취소되었습니다: ${edition}`,
    body: (edition) =>
      `${edition} 참가 승인이 취소되어 예정된 회의도 취소됩니다. 문의 사항은 주최 측 인증 담당에게 보내 주십시오.`,
  },
  withdrawn: {
    subject: (edition) => `등록을 철회하셨습니다: ${edition}`,
    body: (edition) =>
      `${edition} 등록을 철회하셨습니다. 자리와 회의는 반납되었습니다. 등록 기간에는 다시 신청하실 수 있습니다.`,
  },
};

/** How each news is said, by language. */
export const delegateNewsTexts = { en, ko };
