import { describe, expect, it } from '@jest/globals';
import { type Bond, dependents, isPossible, losses } from './loss.ts';
import { lossTable } from './loss-table.ts';

const cells = losses.flatMap((loss) =>
  dependents.map((dependent): [string, string, Bond] => [loss, dependent, lossTable[loss][dependent]]),
);

describe('the table of losses', () => {
  it('has every loss and every dependent, and no other', () => {
    expect(Object.keys(lossTable)).toEqual(losses);
    for (const row of Object.values(lossTable))
      expect(Object.keys(row).sort()).toEqual([...dependents].sort());
  });
});

describe.each(cells)('%s × %s', (_, dependent, bond) => {
  it('has an effect, or a reason why it has none', () => {
    if (isPossible(bond)) expect(bond.does).toBeTruthy();
    else expect(bond.never.split(' ').length).toBeGreaterThan(4);
  });

  it('tells whoever was promised something, and shows it before', () => {
    if (!isPossible(bond)) return;
    const isPromise = ['agreed-meeting', 'planned-meeting', 'open-request', 'place'].includes(dependent);
    const isTaken = ['ends', 'held', 'handed-over'].includes(bond.does);
    if (!isPromise || !isTaken) return;
    expect(bond.told).not.toEqual([]);
    expect(bond.shown).not.toBeNull();
  });
});
