/** What a principal, the head of their delegation or an aide is told: to whom, and of what. */
export type AideNews =
  | 'principal:proposed'
  | 'principal:invited'
  | 'principal:confirmed'
  | 'principal:accepted'
  | 'principal:acted'
  | 'principal:device'
  | 'principal:ended'
  | 'principal:host'
  | 'head:proposed'
  | 'aide:proposed'
  | 'aide:invited'
  | 'aide:confirmed'
  | 'aide:ended';

interface Names {
  aide: string;
  principal: string;
  edition: string;
}

interface Text {
  subject: (edition: string) => string;
  body: (names: Names) => string;
}

const stop = 'If you did not expect this, end it at once under "Me":';
const stopKo = '예상하지 못한 일이라면 "내 정보"에서 바로 종료하십시오.';

const en: Record<AideNews, Text> = {
  'principal:proposed': {
    subject: (edition) => `Somebody is to act for you: ${edition}`,
    body: ({ aide, edition }) =>
      `The host proposes ${aide} as your aide at ${edition}. An aide keeps your agenda and answers requests for meetings in your name. Nothing happens before you agree, or the head of your delegation does for you. Agree or end it under "Me":`,
  },
  'principal:invited': {
    subject: (edition) => `You invited an aide: ${edition}`,
    body: ({ aide, edition }) =>
      `You invited ${aide} to act for you at ${edition}: to keep your agenda and answer requests for meetings. ${stop}`,
  },
  'principal:confirmed': {
    subject: (edition) => `Your aide was confirmed for you: ${edition}`,
    body: ({ aide, edition }) =>
      `The head of your delegation confirmed that ${aide} may act for you at ${edition}. ${stop}`,
  },
  'principal:accepted': {
    subject: (edition) => `Your aide has accepted: ${edition}`,
    body: ({ aide, edition }) =>
      `${aide} has accepted to act for you at ${edition}. What they do is recorded as theirs for you, except which sessions they put into your agenda: that is private. ${stop}`,
  },
  'principal:acted': {
    subject: (edition) => `Your aide acts for you now: ${edition}`,
    body: ({ aide, edition }) => `${aide} has begun to act for you at ${edition}. ${stop}`,
  },
  'principal:device': {
    subject: (edition) => `Your aide acts from another device: ${edition}`,
    body: ({ aide, edition }) =>
      `${aide} now acts for you at ${edition} from a device that they have not used before. ${stop}`,
  },
  'principal:ended': {
    subject: (edition) => `An aide can no longer act for you: ${edition}`,
    body: ({ aide, edition }) =>
      `${aide} can no longer act for you at ${edition}. What they agreed to in your name stays.`,
  },
  'principal:host': {
    subject: (edition) => `An aide can no longer act for you: ${edition}`,
    body: ({ aide, edition }) =>
      `You belong to the host’s team of ${edition} now, and nobody acts for a member of that team. So ${aide} can no longer act for you. What they agreed to in your name stays.`,
  },
  'head:proposed': {
    subject: (edition) => `An aide waits for your confirmation: ${edition}`,
    body: ({ aide, principal, edition }) =>
      `The host proposes ${aide} as the aide of ${principal}, who belongs to the delegation that you head at ${edition}. If ${principal} cannot agree themselves, you can do it for them, with your second factor, under "Delegations":`,
  },
  'aide:proposed': {
    subject: (edition) => `You are to act for a delegate: ${edition}`,
    body: ({ principal, edition }) =>
      `The host proposes that you act for ${principal} at ${edition}: keep their agenda and answer requests for meetings. Sign in with this address, accept under "Me", and register as staff. You can act once you are accredited and ${principal} has agreed:`,
  },
  'aide:invited': {
    subject: (edition) => `You are asked to act for a delegate: ${edition}`,
    body: ({ principal, edition }) =>
      `${principal} asks you to act for them at ${edition}: to keep their agenda and answer requests for meetings. Sign in with this address, accept under "Me", and register as staff. Until you are accredited you can only fill in their registration:`,
  },
  'aide:confirmed': {
    subject: (edition) => `You may act for a delegate: ${edition}`,
    body: ({ principal, edition }) =>
      `It was agreed that you act for ${principal} at ${edition}. Sign in with this address, and accept under "Me" if you have not yet:`,
  },
  'aide:ended': {
    subject: (edition) => `You no longer act for a delegate: ${edition}`,
    body: ({ principal, edition }) => `You can no longer act for ${principal} at ${edition}.`,
  },
};

const ko: Record<AideNews, Text> = {
  'principal:proposed': {
    subject: (edition) => `보좌관 지정 제안: ${edition}`,
    body: ({ aide, edition }) =>
      `주최 측이 ${edition}에서 ${aide} 님을 귀하의 보좌관으로 제안했습니다. 보좌관은 귀하의 이름으로 일정을 관리하고 회의 요청에 답합니다. 귀하 또는 대표단장이 동의하기 전에는 효력이 없습니다. "내 정보"에서 동의하거나 종료하십시오.`,
  },
  'principal:invited': {
    subject: (edition) => `보좌관을 초대하셨습니다: ${edition}`,
    body: ({ aide, edition }) =>
      `${edition}에서 일정을 관리하고 회의 요청에 답할 보좌관으로 ${aide} 님을 초대하셨습니다. ${stopKo}`,
  },
  'principal:confirmed': {
    subject: (edition) => `보좌관이 확인되었습니다: ${edition}`,
    body: ({ aide, edition }) =>
      `대표단장이 ${edition}에서 ${aide} 님이 귀하를 대리할 수 있다고 확인했습니다. ${stopKo}`,
  },
  'principal:accepted': {
    subject: (edition) => `보좌관이 수락했습니다: ${edition}`,
    body: ({ aide, edition }) =>
      `${aide} 님이 ${edition}에서 귀하의 대리를 수락했습니다. 활동은 대리로 기록되지만, 일정에 어떤 세션을 넣었는지는 비공개이므로 기록되지 않습니다. ${stopKo}`,
  },
  'principal:acted': {
    subject: (edition) => `보좌관이 대리를 시작했습니다: ${edition}`,
    body: ({ aide, edition }) => `${aide} 님이 ${edition}에서 귀하를 대리하기 시작했습니다. ${stopKo}`,
  },
  'principal:device': {
    subject: (edition) => `보좌관이 새 기기를 사용합니다: ${edition}`,
    body: ({ aide, edition }) =>
      `${aide} 님이 ${edition}에서 전에 쓰지 않던 기기로 귀하를 대리하고 있습니다. ${stopKo}`,
  },
  'principal:ended': {
    subject: (edition) => `보좌관 지정이 종료되었습니다: ${edition}`,
    body: ({ aide, edition }) =>
      `${aide} 님은 ${edition}에서 더 이상 귀하를 대리할 수 없습니다. 귀하의 이름으로 합의한 내용은 그대로 유지됩니다.`,
  },
  'principal:host': {
    subject: (edition) => `보좌관 지정이 종료되었습니다: ${edition}`,
    body: ({ aide, edition }) =>
      `이제 ${edition} 주최 측에 속하시며, 주최 측 구성원은 대리할 수 없습니다. 따라서 ${aide} 님은 더 이상 귀하를 대리할 수 없습니다. 귀하의 이름으로 합의한 내용은 그대로 유지됩니다.`,
  },
  'head:proposed': {
    subject: (edition) => `보좌관 확인 요청: ${edition}`,
    body: ({ aide, principal, edition }) =>
      `주최 측이 ${edition}에서 귀하가 이끄는 대표단의 ${principal} 님에게 ${aide} 님을 보좌관으로 제안했습니다. ${principal} 님이 직접 동의할 수 없으면 "대표단"에서 2단계 인증 후 대신 확인하실 수 있습니다.`,
  },
  'aide:proposed': {
    subject: (edition) => `참가자 대리 제안: ${edition}`,
    body: ({ principal, edition }) =>
      `주최 측이 ${edition}에서 ${principal} 님의 일정을 관리하고 회의 요청에 답할 보좌관으로 귀하를 제안했습니다. 이 주소로 로그인하여 "내 정보"에서 수락하고 수행원으로 등록하십시오. 참가가 승인되고 ${principal} 님이 동의하면 대리할 수 있습니다.`,
  },
  'aide:invited': {
    subject: (edition) => `참가자 대리 요청: ${edition}`,
    body: ({ principal, edition }) =>
      `${principal} 님이 ${edition}에서 일정을 관리하고 회의 요청에 답해 달라고 요청했습니다. 이 주소로 로그인하여 "내 정보"에서 수락하고 수행원으로 등록하십시오. 참가가 승인될 때까지는 등록 신청서만 작성할 수 있습니다.`,
  },
  'aide:confirmed': {
    subject: (edition) => `참가자를 대리할 수 있습니다: ${edition}`,
    body: ({ principal, edition }) =>
      `${edition}에서 ${principal} 님을 대리하는 데 동의를 받았습니다. 이 주소로 로그인하고, 아직이라면 "내 정보"에서 수락하십시오.`,
  },
  'aide:ended': {
    subject: (edition) => `참가자 대리가 종료되었습니다: ${edition}`,
    body: ({ principal, edition }) => `${edition}에서 더 이상 ${principal} 님을 대리할 수 없습니다.`,
  },
};

/** The mails about aides in the language of whoever reads them; English where it is not spoken. */
export const aideMailTexts = (language: string) => (language.startsWith('ko') ? ko : en);
