interface SignInNews {
  code: string;
  link: string;
  minutes: number;
  language: string;
}

/** The mail that brings a sign-in code; code first, because it can be read without opening anything. */
export function signInMail({ code, link, minutes, language }: SignInNews): { subject: string; text: string } {
  return language.startsWith('ko')
    ? {
        subject: `${code} · 포럼 로그인 코드`,
        text: `로그인 코드: ${code}\n\n코드를 요청한 화면에 입력하십시오. ${minutes}분 동안 한 번만 쓸 수 있습니다.\n\n또는 이 주소를 열고 단추를 누르십시오.\n${link}\n\n요청하지 않으셨다면 이 메일을 무시하십시오.\n`,
      }
    : {
        subject: `${code} is your code for the forum`,
        text: `Your sign-in code: ${code}\n\nType it where you asked for it. It is valid once, for ${minutes} minutes.\n\nOr open this address and press the button there:\n${link}\n\nIf you did not ask for it, ignore this mail.\n`,
      };
}
