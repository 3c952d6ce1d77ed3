import { describe, expect, it } from '@jest/globals';
import { reportMeeting, resultOf, type MeetingReport, type MeetingView } from './meeting-report.ts';

const times = { startsAt: '2027-05-12T01:00:00Z', now: '2027-05-12T01:00:00Z' };
const report = (
  side: 'from' | 'to',
  view: MeetingView,
  change: Partial<MeetingReport> = {},
): MeetingReport => ({
  side,
  view,
  rating: null,
  followUps: [],
  ...change,
});

describe('a report', () => {
  it('is given once the meeting has begun, and again in place of the earlier one', () => {
    const first = reportMeeting([], report('from', 'other-absent'), times);
    const late = report('from', 'held', {
      rating: 4,
      followUps: [{ what: 'Send the drawings', due: '2027-06-01' }],
    });
    expect(reportMeeting(first, late, times)).toEqual([late]);
    expect(() => reportMeeting([], late, { ...times, now: '2027-05-12T00:59:59Z' })).toThrow(
      expect.objectContaining({ code: 'outcome.too_early' }),
    );
  });

  it.each([0, 6, 2.5, NaN])('has no rating of %s', (rating) => {
    expect(() => reportMeeting([], report('to', 'held', { rating }), times)).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });
});

describe('what came of a meeting', () => {
  it.each([
    [null, null, 'unreported', [], false],
    ['held', null, 'held', [], false],
    ['held', 'held', 'held', [], true],
    ['other-absent', null, 'no-show', ['to'], false],
    [null, 'other-absent', 'no-show', ['from'], false],
    ['other-absent', 'we-were-absent', 'no-show', ['to'], true],
    ['we-were-absent', null, 'no-show', ['from'], false],
    ['we-were-absent', 'we-were-absent', 'no-show', ['from', 'to'], true],
    ['held', 'other-absent', 'disputed', [], true],
    ['held', 'we-were-absent', 'disputed', [], true],
    ['other-absent', 'other-absent', 'disputed', [], true],
  ] as const)('by %s and %s is %s', (from, to, result, absent, confirmed) => {
    const reports = [...(from ? [report('from', from)] : []), ...(to ? [report('to', to)] : [])];
    expect(resultOf(reports)).toEqual({ result, absent, confirmed });
  });
});
