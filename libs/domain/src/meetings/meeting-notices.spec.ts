import { describe, expect, it } from '@jest/globals';
import { callsHelpDesk, latenessSteps, latestMinutes, meetingNoticeCodes } from './meeting-notices.ts';

describe('a short message', () => {
  it('calls the help desk when somebody is lost or asks for help', () => {
    const calling = meetingNoticeCodes.filter((code) =>
      callsHelpDesk(code === 'minutes-late' ? { code, n: 10 } : { code }),
    );
    expect(calling).toEqual(['cannot-find', 'help']);
  });

  it('offers only delays that may be announced', () => {
    expect(latenessSteps.every((minutes) => minutes > 0 && minutes <= latestMinutes)).toBe(true);
  });
});
