import { describe, expect, it } from '@jest/globals';
import { callsHelpDesk, latenessSteps, latestMinutes, dayMessageCodes } from './day-messages.ts';

describe('a day message', () => {
  it('calls the help desk when somebody is lost or asks for help', () => {
    const calling = dayMessageCodes.filter((code) =>
      callsHelpDesk(code === 'minutes-late' ? { code, n: 10 } : { code }),
    );
    expect(calling).toEqual(['cannot-find', 'help']);
  });

  it('offers only delays that may be announced', () => {
    expect(latenessSteps.every((minutes) => minutes > 0 && minutes <= latestMinutes)).toBe(true);
  });
});
