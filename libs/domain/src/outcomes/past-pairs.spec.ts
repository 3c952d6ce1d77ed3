import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { outcomeStages, withoutConfidential, type LedgerEvent, type OutcomeStage } from './ledger.ts';
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

const anyOutcome = fc.record({
  firms: fc.constantFrom<[string, string]>(['a', 'b'], ['b', 'c'], ['c', 'a']),
  matter: fc.constantFrom('sights', 'fuzes'),
  stage: fc.constantFrom(...outcomeStages),
  isAnswered: fc.boolean(),
});

function eventsOf(
  {
    firms,
    matter,
    stage,
    isAnswered,
  }: { firms: [string, string]; matter: string; stage: OutcomeStage; isAnswered: boolean },
  confidential: boolean,
  name = '',
): [LedgerEvent, ...LedgerEvent[]] {
  const outcomeId = `${name} ${confidential}`;
  const until = stage === 'pilot' ? '2028-01-01T00:00:00Z' : null;
  const proposal = {
    outcomeId,
    matter: `${matter} ${firms.join()}`,
    edition: 'seoul-2027',
    firms,
    stage,
    until,
  };
  const answer: LedgerEvent = { kind: 'confirmed', at: now, outcomeId, by: firms[1], confidential };
  return [
    { kind: 'proposed', at: now, by: firms[0], confidential, ...proposal },
    ...(isAnswered ? [answer] : []),
  ];
}

const anyLog = (confidential: boolean): fc.Arbitrary<LedgerEvent[]> =>
  fc
    .array(anyOutcome, { maxLength: 6 })
    .map((some) => some.flatMap((outcome, place) => eventsOf(outcome, confidential, String(place))));

describe('the past of two firms', () => {
  it('is one, whoever asked whom, with what is under way', () => {
    const meetings = [meeting('volta', 'hanbit', {}), meeting('hanbit', 'volta', { result: 'unreported' })];
    expect(pastPairs(meetings, mou(['volta', 'hanbit']), now)).toEqual([
      { firms: ['hanbit', 'volta'], met: true, underWay: 'mou', contract: false, absent: [] },
    ]);
  });

  it('is there without a meeting when there is an outcome, and not by a proposal alone', () => {
    expect(pastPairs([], mou(['a', 'b']), now)).toEqual([
      { firms: ['a', 'b'], met: false, underWay: 'mou', contract: false, absent: [] },
    ]);
    expect(pastPairs([], mou(['a', 'b']).slice(0, 1), now)).toEqual([]);
  });

  it('holds a meeting that nobody reported on, and none of which a side says that it was not', () => {
    const met = (result: PastMeeting['result']['result']) =>
      pastPairs([meeting('a', 'b', { result })], [], now)[0]?.met;
    expect([met('held'), met('unreported'), met('disputed'), met('no-show')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('tells others nothing of what is confidential: the same, whatever that is', () => {
    const known = (log: LedgerEvent[]) => pastPairs([], withoutConfidential(log), now);
    fc.assert(
      fc.property(anyLog(false), anyLog(true), (open, confidential) => {
        expect(known([...open, ...confidential])).toEqual(pastPairs([], open, now));
      }),
    );
    const both = anyOutcome.map((outcome) => eventsOf(outcome, false));
    fc.assert(
      fc.property(both, ([proposed]) => {
        const confirmed = {
          kind: 'confirmed',
          at: now,
          outcomeId: 'b',
          by: 'b',
          confidential: true,
        } as const;
        const asked = { ...proposed, outcomeId: 'b' } as LedgerEvent;
        expect(known([asked, confirmed])).toEqual([]);
        expect(pastPairs([], [asked, confirmed], now)).toHaveLength(1);
      }),
    );
  });

  it('holds an absence only when both sides say so', () => {
    const absence = (confirmed: boolean) =>
      pastPairs([meeting('a', 'b', { result: 'no-show', absent: ['to'], confirmed })], [], now);
    expect([absence(true)[0]?.absent, absence(false)[0]?.absent]).toEqual([['b'], []]);
  });
});
