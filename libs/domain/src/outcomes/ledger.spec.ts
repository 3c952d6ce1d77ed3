import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ledgerFigures, smallestCell } from './ledger-figures.ts';
import {
  confirmOutcome,
  declineOutcome,
  outcomesOf,
  outcomeStages,
  proposeOutcome,
  standingOf,
  type LedgerEvent,
  type OutcomeProposal,
  type OutcomeStage,
} from './ledger.ts';

const now = '2027-06-01T00:00:00Z';
const later = '2028-06-01T00:00:00Z';
const proposal = (stage: OutcomeStage, change: Partial<OutcomeProposal> = {}): OutcomeProposal => ({
  outcomeId: stage,
  matter: 'propellant line',
  edition: 'tokyo-2029',
  firms: ['hanbit', 'volta'],
  stage,
  by: 'hanbit',
  until: stage === 'pilot' ? later : null,
  confidential: false,
  ...change,
});
const confirmed = (log: readonly LedgerEvent[], next: OutcomeProposal): LedgerEvent[] => {
  const proposed = [...log, proposeOutcome(log, next, now)];
  const by = next.firms.find((firm) => firm !== next.by) ?? '';
  return [...proposed, confirmOutcome(proposed, { outcomeId: next.outcomeId, by, confidential: false }, now)];
};
const refused = (code: string) => expect.objectContaining({ code });

describe('an outcome', () => {
  it('counts once the other side has confirmed it', () => {
    const log = [proposeOutcome([], proposal('nda'), now)];
    expect(outcomesOf(log)[0]?.state).toBe('proposed');
    expect(() => confirmOutcome(log, { outcomeId: 'nda', by: 'hanbit', confidential: false }, now)).toThrow(
      refused('outcome.own_confirmation'),
    );
    expect(() => confirmOutcome(log, { outcomeId: 'nda', by: 'acme', confidential: false }, now)).toThrow(
      refused('outcome.transition'),
    );
    const both = [...log, confirmOutcome(log, { outcomeId: 'nda', by: 'volta', confidential: true }, now)];
    expect(outcomesOf(both)).toEqual([{ ...proposal('nda'), state: 'confirmed', confidential: true }]);
    expect(() => declineOutcome(both, { outcomeId: 'nda', by: 'volta' }, now)).toThrow(
      refused('outcome.transition'),
    );
  });

  it('that is declined may be proposed again', () => {
    const log = [proposeOutcome([], proposal('nda'), now)];
    const declined = [...log, declineOutcome(log, { outcomeId: 'nda', by: 'volta' }, now)];
    expect(outcomesOf(declined)[0]?.state).toBe('declined');
    expect(proposeOutcome(declined, proposal('nda', { outcomeId: 'nda-2' }), now).kind).toBe('proposed');
  });

  it('may skip stages, and is never taken twice or back', () => {
    const log = confirmed([], proposal('mou'));
    expect(() => proposeOutcome(log, proposal('mou', { outcomeId: 'again' }), now)).toThrow(
      refused('outcome.transition'),
    );
    expect(() => proposeOutcome(log, proposal('nda'), now)).toThrow(refused('outcome.transition'));
    expect(outcomesOf(confirmed(log, proposal('contract')))).toHaveLength(2);
  });

  it.each([
    ['by a third firm', { by: 'acme' }],
    ['of one firm with itself', { firms: ['hanbit', 'hanbit'] as const }],
    ['of two other firms', { firms: ['hanbit', 'acme'] as const }],
    ['of another edition', { edition: 'canberra-2030' }],
    ['without an end of the pilot', { until: null }],
    ['with an end that has passed', { until: now }],
  ])('is not proposed %s', (_how, change) => {
    const log = confirmed([], proposal('nda'));
    expect(() => proposeOutcome(log, proposal('pilot', change), now)).toThrow(refused('outcome.transition'));
  });

  it('other than a pilot has no end, and none is proposed while another waits', () => {
    expect(() => proposeOutcome([], proposal('nda', { until: later }), now)).toThrow(
      refused('outcome.transition'),
    );
    const log = [proposeOutcome([], proposal('nda'), now)];
    expect(() => proposeOutcome(log, proposal('mou'), now)).toThrow(refused('outcome.transition'));
  });

  it('is under way until there is a contract, a pilot until its end', () => {
    const standing = (log: readonly LedgerEvent[], at = now) => standingOf(outcomesOf(log), at);
    const interest = confirmed([], proposal('interest'));
    const mou = confirmed(interest, proposal('mou'));
    const pilot = confirmed(mou, proposal('pilot'));
    expect([[], interest, mou, pilot].map((log) => standing(log).underWay)).toEqual([
      null,
      'interest',
      'mou',
      'pilot',
    ]);
    expect(standing(pilot, later)).toEqual({ underWay: 'mou', contract: false });
    const signed = confirmed(pilot, proposal('contract'));
    expect(standing(signed)).toEqual({ underWay: null, contract: true });
    const more = confirmed(signed, proposal('nda', { outcomeId: 'another', matter: 'fuzes' }));
    expect(standing(more)).toEqual({ underWay: 'nda', contract: true });
    expect(standing([proposeOutcome([], proposal('nda'), now)]).underWay).toBeNull();
  });

  it('that nobody proposed is not in the log', () => {
    expect(outcomesOf([{ kind: 'declined', at: now, outcomeId: 'ghost', by: 'volta' }])).toEqual([]);
  });
});

describe('the figures of an edition', () => {
  const matters = (count: number, confidential: boolean, stage: OutcomeStage = 'nda') =>
    Array.from({ length: count }, (_, index) => {
      const id = `${stage} ${confidential} ${index}`;
      return proposal(stage, { outcomeId: id, matter: id, confidential });
    }).reduce(confirmed, [] as LedgerEvent[]);
  const nda = (log: LedgerEvent[]) =>
    ledgerFigures(log, 'tokyo-2029', { asOf: now }).stages.find(({ stage }) => stage === 'nda')?.total;

  it('count confidential outcomes in totals only, and never a few of them', () => {
    const log = [...matters(2, false), ...matters(5, true)];
    const { named, total } = ledgerFigures(log, 'tokyo-2029', { asOf: now });
    expect([nda(log), total, named.length]).toEqual([7, 7, 2]);
    const few = [...matters(2, false), ...matters(4, true)];
    expect([nda(few), ledgerFigures(few, 'tokyo-2029', { asOf: now }).total]).toEqual([null, null]);
    expect(nda(matters(1, false))).toBe(1);
  });

  it('are of one edition, and the same for an earlier instant whatever came since', () => {
    const log = matters(2, false);
    const more = [...log, { ...proposeOutcome(log, proposal('mou'), later) }];
    expect(ledgerFigures(more, 'tokyo-2029', { asOf: now })).toEqual(
      ledgerFigures(log, 'tokyo-2029', { asOf: now }),
    );
    expect(ledgerFigures(log, 'seoul-2027', { asOf: now }).total).toBe(0);
    expect(ledgerFigures(log, 'tokyo-2029', { asOf: '2027-05-31T23:59:59Z' }).total).toBe(0);
  });

  it('give no number from which a few confidential outcomes follow by subtraction', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom(...outcomeStages), fc.boolean(), fc.nat(7)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(counts, (groups) => {
        const log = groups.flatMap(([stage, confidential, count], group) =>
          Array.from({ length: count }, (_, index) => `${group}-${index}`).reduce(
            (before, id) => confirmed(before, proposal(stage, { outcomeId: id, matter: id, confidential })),
            [] as LedgerEvent[],
          ),
        );
        const { stages, total, named } = ledgerFigures(log, 'tokyo-2029', { asOf: now });
        const small = (hidden: number) => hidden > 0 && hidden < smallestCell;
        for (const { stage, total: shown } of stages) {
          const known = named.filter((outcome) => outcome.stage === stage).length;
          if (shown !== null) expect(small(shown - known)).toBe(false);
        }
        if (total !== null) {
          expect(stages.reduce((sum, { total: shown }) => sum + (shown ?? 0), 0)).toBe(total);
        }
      }),
    );
  });
});
