import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tablePlan } from './table-plan.ts';

describe('the plan of a hall', () => {
  it('names its tables by row and place', () => {
    expect(tablePlan(3)).toEqual([
      { label: 'A1', x: 1 / 6, y: 0.5 },
      { label: 'A2', x: 0.5, y: 0.5 },
      { label: 'A3', x: 5 / 6, y: 0.5 },
    ]);
    expect(tablePlan(12).map(({ label }) => label)).toEqual([
      ...['A1', 'A2', 'A3', 'A4', 'A5'],
      ...['B1', 'B2', 'B3', 'B4', 'B5'],
      ...['C1', 'C2'],
    ]);
  });

  it('has as many tables as asked for, each with a name and a place of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (count) => {
        const plan = tablePlan(count);
        expect(new Set(plan.map(({ label }) => label)).size).toBe(count);
        expect(new Set(plan.map(({ x, y }) => `${x} ${y}`)).size).toBe(count);
        for (const { label, x, y } of plan) {
          expect(label).toMatch(/^[A-Z]\d+$/);
          expect(Math.min(x, y)).toBeGreaterThan(0);
          expect(Math.max(x, y)).toBeLessThan(1);
        }
      }),
    );
  });
});
