import { describe, expect, it } from '@jest/globals';
import { type LedgerEvent } from './ledger.ts';
import { pastPairs, type PastMeeting } from './past-pairs.ts';

const now = '2027-06-01T00:00:00Z';
const meeting = (from: string, to: string, result: Partial<PastMeeting['result']>): PastMeeting => ({
  from,
  to,
  result: { result: 'held', absent: [], confirmed: true, ...result },
});
const mou = (firms: readonly [string, string]): LedgerEvent[] => [
  {
    kind: 'proposed',
    at: now,
    outcomeId: firms.join(),
    matter: firms.join(),
    edition: 'seoul-2027',
    firms,
    stage: 'mou',
    by: firms[0],
    until: null,
    confidential: false,
  },
  { kind: 'confirmed', at: now, outcomeId: firms.join(), by: firms[1], confidential: false },
];

describe('the past of two firms', () => {
  it('is one, whoever asked whom, with what is under way', () => {
    const meetings = [meeting('volta', 'hanbit', {}), meeting('hanbit', 'volta', { result: 'unreported' })];
    expect(pastPairs(meetings, mou(['volta', 'hanbit']), now)).toEqual([
      { firms: ['hanbit', 'volta'], met: true, underWay: true, absent: [] },
    ]);
  });

  it('is there without a meeting when there is an outcome, and not by a proposal alone', () => {
    expect(pastPairs([], mou(['a', 'b']), now)).toEqual([
      { firms: ['a', 'b'], met: false, underWay: true, absent: [] },
    ]);
    expect(pastPairs([], mou(['a', 'b']).slice(0, 1), now)).toEqual([]);
  });

  it('holds an absence only when both sides say so', () => {
    const absence = (confirmed: boolean) =>
      pastPairs([meeting('a', 'b', { result: 'no-show', absent: ['to'], confirmed })], [], now);
    expect([absence(true)[0]?.absent, absence(false)[0]?.absent]).toEqual([['b'], []]);
  });
});
