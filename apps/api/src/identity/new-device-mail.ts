interface NewDeviceNews {
  /** What the browser says of itself. */
  agent: string;
  language: string;
  /** Where the devices are listed. */
  address: string;
}

/** Browser and system out of what the browser says of itself; never the rest, which is anybody's text. */
function deviceName(agent: string, unknown: string): string {
  const browser = /(Firefox|Edg|Chrome|Safari)/.exec(agent)?.[1]?.replace('Edg', 'Edge');
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(agent)?.[1];
  return [browser, system].filter(Boolean).join(' · ') || unknown;
}

/** The mail about a sign-in on a device that the person has not used before. */
export function newDeviceMail({ agent, language, address }: NewDeviceNews): {
  subject: string;
  text: string;
} {
  if (language.startsWith('ko')) {
    const device = deviceName(agent, '브라우저');
    return {
      subject: `새 기기에서 로그인: ${device}`,
      text: `처음 사용하는 기기(${device})에서 로그인했습니다.\n\n본인이 하지 않았다면 그 기기에서 로그아웃하고 즉시 주최 측에 알려 주십시오. 로그인한 기기는 여기에서 볼 수 있습니다.\n${address}\n`,
    };
  }
  const device = deviceName(agent, 'a browser');
  return {
    subject: `You signed in on a new device: ${device}`,
    text: `Your account was signed in on a device that you have not used before: ${device}.\n\nIf this was not you, sign it out and tell the host’s team at once. Your devices are listed here:\n${address}\n`,
  };
}
