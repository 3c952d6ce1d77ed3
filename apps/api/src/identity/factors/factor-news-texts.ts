/** What happened to the second factor of somebody, as they are told of it. */
export type FactorNews =
  | { kind: 'code-made'; by: string | null }
  | { kind: 'added'; what: 'code-app' | 'passkey' }
  | { kind: 'removed'; what: 'code-app' | 'passkey' }
  | { kind: 'recovery-used'; left: number }
  | { kind: 'recovery-renewed' }
  | { kind: 'lost-said'; by: string }
  | { kind: 'lost-confirmed'; by: string | null };

interface Texts {
  things: Record<'code-app' | 'passkey', string>;
  subject: (news: FactorNews, things: Texts['things']) => string;
  body: (news: FactorNews, things: Texts['things']) => string;
  notYou: string;
}

const en: Texts = {
  things: { 'code-app': 'an app with one-time codes', passkey: 'a passkey' },
  subject: (news, things) => {
    switch (news.kind) {
      case 'code-made':
        return 'A code to set up your second factor was made';
      case 'added':
        return `Your second factor: ${things[news.what]} was added`;
      case 'removed':
        return `Your second factor: ${things[news.what]} was removed`;
      case 'recovery-used':
        return 'A recovery code of yours was used';
      case 'lost-said':
        return 'Somebody says that you lost your second factor';
      case 'lost-confirmed':
        return 'Your second factor was removed';
      case 'recovery-renewed':
        return 'You have new recovery codes';
    }
  },
  body: (news, things) => {
    switch (news.kind) {
      case 'code-made':
        return `${news.by ?? 'Somebody at the machine that runs the forum'} made a code with which you set up the second factor of your account. They give it to you in person or by telephone; it is never mailed. It ends after an hour.`;
      case 'added':
        return `From now on you can show your second factor by ${things[news.what]}.`;
      case 'removed':
        return `You cannot show your second factor by ${things[news.what]} any more.`;
      case 'recovery-used':
        return `Your second factor was shown by a recovery code. Each works once; ${news.left} are left.`;
      case 'lost-said':
        return `${news.by} says that you lost your second factor. When another member of the host’s team says so too within a day, it is removed and you set up a new one. If it is not lost, show it once: sign in and confirm it. Then nothing happens.`;
      case 'lost-confirmed':
        return `${news.by ?? 'Somebody at the machine that runs the forum'} confirmed that your second factor is lost. It was removed, and you were signed out on every device. You set up a new one with a code that you are given in person or by telephone.`;
      case 'recovery-renewed':
        return 'New recovery codes were made for you. Those before do not work any more.';
    }
  },
  notYou: 'If this was not you, tell the host’s team at once. Your devices are listed here:',
};

const ko: Texts = {
  things: { 'code-app': '일회용 코드 앱', passkey: '패스키' },
  subject: (news, things) => {
    switch (news.kind) {
      case 'code-made':
        return '2단계 인증을 설정하는 코드가 만들어졌습니다';
      case 'added':
        return `2단계 인증: ${things[news.what]} 추가됨`;
      case 'removed':
        return `2단계 인증: ${things[news.what]} 삭제됨`;
      case 'recovery-used':
        return '복구 코드가 사용되었습니다';
      case 'lost-said':
        return '2단계 인증 수단을 잃어버렸다는 신고가 있습니다';
      case 'lost-confirmed':
        return '2단계 인증 수단이 삭제되었습니다';
      case 'recovery-renewed':
        return '새 복구 코드가 만들어졌습니다';
    }
  },
  body: (news, things) => {
    switch (news.kind) {
      case 'code-made':
        return `2단계 인증을 설정하는 코드를 ${news.by ?? '포럼 서버 담당자'}(이)가 만들었습니다. 코드는 직접 또는 전화로 전달되며 메일로는 보내지 않습니다. 한 시간 뒤에 만료됩니다.`;
      case 'added':
        return `이제 ${things[news.what]}(으)로 2단계 인증을 할 수 있습니다.`;
      case 'removed':
        return `더 이상 ${things[news.what]}(으)로 2단계 인증을 할 수 없습니다.`;
      case 'recovery-used':
        return `복구 코드로 2단계 인증을 했습니다. 코드마다 한 번만 쓸 수 있으며 ${news.left}개가 남았습니다.`;
      case 'lost-said':
        return `${news.by} 님이 귀하가 2단계 인증 수단을 잃어버렸다고 알렸습니다. 하루 안에 다른 담당자도 확인하면 삭제되고 새로 설정하게 됩니다. 잃어버리지 않았다면 로그인하여 한 번 인증하십시오. 그러면 아무 일도 일어나지 않습니다.`;
      case 'lost-confirmed':
        return `${news.by ?? '포럼 서버 담당자'}(이)가 2단계 인증 수단을 잃어버렸음을 확인했습니다. 수단이 삭제되고 모든 기기에서 로그아웃되었습니다. 직접 또는 전화로 받는 코드로 새로 설정하십시오.`;
      case 'recovery-renewed':
        return '새 복구 코드가 만들어졌습니다. 이전 코드는 더 이상 쓸 수 없습니다.';
    }
  },
  notYou: '본인이 하지 않았다면 즉시 주최 측에 알려 주십시오. 로그인한 기기는 여기에서 볼 수 있습니다.',
};

/** The mail about it in the reader's language. */
export function factorNewsMail(
  news: FactorNews,
  language: string,
  address: string,
): { subject: string; text: string } {
  const text = language.startsWith('ko') ? ko : en;
  return {
    subject: text.subject(news, text.things),
    text: `${text.body(news, text.things)}\n\n${text.notYou}\n${address}\n`,
  };
}
