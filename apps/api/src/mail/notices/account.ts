import { z } from 'zod';
import { type Letter, text } from '../letters/letter.ts';
import { type Language, waysToHost } from '../letters/sender.ts';
import { noticeKind, type Reading } from './notice-kind.ts';
import { nameOf } from './phrases.ts';

const devices = '/?to=sign-in';

/** What to do when it was somebody else; how to reach the host only where they have said it. */
function notYou({ sender, language }: Reading, ofDevice: boolean): string {
  const ways = waysToHost(sender, language);
  if (language === 'ko')
    return `본인이 하지 않았다면 ${ofDevice ? '그 기기에서 로그아웃하고 ' : ''}즉시 주최 측에 알려 주십시오${ways ? ` (${ways})` : ''}.`;
  return `If this was not you, ${ofDevice ? 'sign that device out and ' : ''}tell the host’s team at once${ways ? `: ${ways}` : ''}.`;
}

const links = { en: 'See your devices', ko: '로그인한 기기 보기' };

const letter = (subject: string, said: string, reading: Reading, ofDevice: boolean): Letter => ({
  subject,
  title: subject,
  parts: [said, notYou(reading, ofDevice)].map(text),
  link: { label: links[reading.language], path: devices },
});

/** A sign-in on a device that is new to its owner; browser and system, never what a browser says of itself. */
export const newDevice = noticeKind({
  facts: z.strictObject({ device: z.string().nullable() }),
  write: {
    en: ({ device }, reading) => {
      const name = device ?? 'a browser';
      const said = `Your account was signed in on a device that you have not used before: ${name}.`;
      return letter(`You signed in on a new device: ${name}`, said, reading, true);
    },
    ko: ({ device }, reading) => {
      const name = device ?? '브라우저';
      return letter(
        `새 기기에서 로그인: ${name}`,
        `처음 사용하는 기기(${name})에서 로그인했습니다.`,
        reading,
        true,
      );
    },
  },
});

const factorFacts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('code-made'), by: z.string().nullable() }),
  z.strictObject({ kind: z.literal('added'), what: z.enum(['code-app', 'passkey']) }),
  z.strictObject({ kind: z.literal('removed'), what: z.enum(['code-app', 'passkey']) }),
  z.strictObject({ kind: z.literal('recovery-used'), left: z.int() }),
  z.strictObject({ kind: z.literal('recovery-renewed') }),
  z.strictObject({ kind: z.literal('lost-said'), by: z.string() }),
  z.strictObject({ kind: z.literal('lost-confirmed'), by: z.string().nullable() }),
]);
type FactorFacts = z.infer<typeof factorFacts>;

const factors = {
  en: { 'code-app': 'an app with one-time codes', passkey: 'a passkey' },
  ko: { 'code-app': '일회용 코드 앱', passkey: '패스키' },
} satisfies Record<Language, unknown>;

/** The sentences of each news of a second factor in one language; `by` is who did it. */
type FactorSentences = {
  [Kind in FactorFacts['kind']]: (
    news: Extract<FactorFacts, { kind: Kind }>,
    by: string,
  ) => [subject: string, said: string];
};

const factorInEnglish: FactorSentences = {
  'code-made': (_, by) => [
    'A code to set up your second factor was made',
    `${by} made a code with which you set up the second factor of your account. They give it to you in person or by telephone; it is never mailed. It ends after an hour.`,
  ],
  added: (news) => [
    `Your second factor: ${factors.en[news.what]} was added`,
    `From now on you can show your second factor by ${factors.en[news.what]}.`,
  ],
  removed: (news) => [
    `Your second factor: ${factors.en[news.what]} was removed`,
    `You cannot show your second factor by ${factors.en[news.what]} any more.`,
  ],
  'recovery-used': (news) => [
    'A recovery code of yours was used',
    `Your second factor was shown by a recovery code. Each works once; ${news.left} are left.`,
  ],
  'recovery-renewed': () => [
    'You have new recovery codes',
    'New recovery codes were made for you. Those before do not work any more.',
  ],
  'lost-said': (_, by) => [
    'Somebody says that you lost your second factor',
    `${by} says that you lost your second factor. When another member of the host’s team says so too within a day, it is removed and you set up a new one. If it is not lost, show it once: sign in and confirm it. Then nothing happens.`,
  ],
  'lost-confirmed': (_, by) => [
    'Your second factor was removed',
    `${by} confirmed that your second factor is lost. It was removed, and you were signed out on every device. You set up a new one with a code that you are given in person or by telephone.`,
  ],
};

const factorInKorean: FactorSentences = {
  'code-made': (_, by) => [
    '2단계 인증을 설정하는 코드가 만들어졌습니다',
    `2단계 인증을 설정하는 코드를 만든 사람: ${by}. 코드는 직접 또는 전화로 전달되며 메일로는 보내지 않습니다. 한 시간 뒤에 만료됩니다.`,
  ],
  added: (news) => [
    `2단계 인증: ${factors.ko[news.what]} 추가됨`,
    `이제 ${factors.ko[news.what]}(으)로 2단계 인증을 할 수 있습니다.`,
  ],
  removed: (news) => [
    `2단계 인증: ${factors.ko[news.what]} 삭제됨`,
    `더 이상 ${factors.ko[news.what]}(으)로 2단계 인증을 할 수 없습니다.`,
  ],
  'recovery-used': (news) => [
    '복구 코드가 사용되었습니다',
    `복구 코드로 2단계 인증을 했습니다. 코드마다 한 번만 쓸 수 있으며 ${news.left}개가 남았습니다.`,
  ],
  'recovery-renewed': () => [
    '새 복구 코드가 만들어졌습니다',
    '새 복구 코드가 만들어졌습니다. 이전 코드는 더 이상 쓸 수 없습니다.',
  ],
  'lost-said': (_, by) => [
    '2단계 인증 수단을 잃어버렸다는 신고가 있습니다',
    `${by}이 귀하가 2단계 인증 수단을 잃어버렸다고 알렸습니다. 하루 안에 다른 담당자도 확인하면 삭제되고 새로 설정하게 됩니다. 잃어버리지 않았다면 로그인하여 한 번 인증하십시오. 그러면 아무 일도 일어나지 않습니다.`,
  ],
  'lost-confirmed': (_, by) => [
    '2단계 인증 수단이 삭제되었습니다',
    `2단계 인증 수단을 잃어버렸음을 확인한 사람: ${by}. 수단이 삭제되고 모든 기기에서 로그아웃되었습니다. 직접 또는 전화로 받는 코드로 새로 설정하십시오.`,
  ],
};

const factorSentences = {
  en: {
    sentences: factorInEnglish,
    byName: (name: string) => name,
    unknown: 'Somebody at the machine that runs the forum',
  },
  ko: { sentences: factorInKorean, byName: (name: string) => `${name} 님`, unknown: '포럼 서버 담당자' },
};

function factorLetter(news: FactorFacts, reading: Reading): Letter {
  const { sentences, byName, unknown } = factorSentences[reading.language];
  const by = 'by' in news && news.by !== null ? byName(nameOf(news.by)) : unknown;
  const write = sentences[news.kind] as (news: FactorFacts, by: string) => [subject: string, said: string];
  const [subject, said] = write(news, by);
  return letter(subject, said, reading, false);
}

/** What happened to the second factor of somebody. */
export const factorChange = noticeKind({
  facts: factorFacts,
  write: {
    en: (news, reading) => factorLetter(news, reading),
    ko: (news, reading) => factorLetter(news, reading),
  },
});
