import { z } from 'zod';
import { type Part, text } from '../letters/letter.ts';
import { noticeKind } from './notice-kind.ts';

const facts = z.strictObject({
  day: z.string(),
  forum: z.string(),
  /** Each as JSON, signed. */
  heads: z.array(z.string()),
});

const verbatim = (said: string): Part => ({ kind: 'verbatim', text: said });
const audit = verbatim('npm run forum -- verify-audit --expect FILE');
const signature = verbatim('npm run forum -- verify-head FILE --key KEY');

/** Where the audit journals stand, for the auditor to keep. */
export const journalHeads = noticeKind({
  facts,
  write: {
    en: ({ day, forum, heads }) => ({
      subject: `Heads of the audit journal, ${day}`,
      title: `Heads of the audit journal, ${day}`,
      parts: [
        text(
          `Keep this mail. It says where the audit journal of each edition of ${forum} stands, signed by the forum.`,
        ),
        text(
          'To check later that nothing was cut off or made again, save a block of this mail as a file and run:',
        ),
        audit,
        text('To check the signature, with the public key that the host gave you:'),
        signature,
        ...heads.map(verbatim),
      ],
      link: null,
    }),
    ko: ({ day, forum, heads }) => ({
      subject: `감사 기록의 최신 지점, ${day}`,
      title: `감사 기록의 최신 지점, ${day}`,
      parts: [
        text(
          `이 메일을 보관하십시오. ${forum} 각 회차의 감사 기록이 어디까지 왔는지 포럼이 서명하여 알립니다.`,
        ),
        text(
          '나중에 기록이 잘리거나 다시 만들어지지 않았는지 확인하려면, 이 메일의 한 블록을 파일로 저장하고 다음을 실행하십시오:',
        ),
        audit,
        text('서명을 확인하려면, 주최 측에서 받은 공개 키로 다음을 실행하십시오:'),
        signature,
        ...heads.map(verbatim),
      ],
      link: null,
    }),
  },
});
