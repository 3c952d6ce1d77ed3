import { z } from 'zod';
import { type Letter, type Part, text } from '../letters/letter.ts';
import { noticeKind } from './notice-kind.ts';

const facts = z.strictObject({ code: z.string(), path: z.string(), minutes: z.int() });
type Facts = z.infer<typeof facts>;

/** The code stands first, because it can be read without opening anything. */
const letter = (
  words: Pick<Letter, 'subject' | 'title'> & { label: string },
  { path }: Facts,
  parts: Part[],
): Letter => ({
  subject: words.subject,
  title: words.title,
  parts,
  link: { label: words.label, path },
});

/** A code to sign in with: it is mailed, and nothing of it is kept, nor who asked for it. */
export const signInCode = noticeKind({
  facts,
  isMailOnly: true,
  write: {
    en: (given) =>
      letter(
        {
          subject: `${given.code} is your code for the forum`,
          title: 'Your sign-in code',
          label: 'Sign in with this mail',
        },
        given,
        [
          { kind: 'code', code: given.code },
          text(`Type it where you asked for it. It is valid once, for ${given.minutes} minutes.`),
          text(
            'Or open the link and press the button there. If you did not ask for a code, ignore this mail.',
          ),
        ],
      ),
    ko: (given) =>
      letter(
        { subject: `${given.code} · 포럼 로그인 코드`, title: '로그인 코드', label: '이 메일로 로그인' },
        given,
        [
          { kind: 'code', code: given.code },
          text(`코드를 요청한 화면에 입력하십시오. ${given.minutes}분 동안 한 번만 쓸 수 있습니다.`),
          text('또는 링크를 열고 단추를 누르십시오. 요청하지 않으셨다면 이 메일을 무시하십시오.'),
        ],
      ),
  },
});
