import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guardFormula, unguardFormula } from './formula-guard.ts';

describe('a cell of an export', () => {
  it.each(['=1+1', '+82 2 123', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])(
    '%j cannot run as a formula',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'ACME', "'s-Hertogenbosch", '3=3', ' =1'])('%j stays as it is', (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it('never begins with a formula character, and reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', 'a', ' ') }), (text) => {
        expect(guardFormula(text)).not.toMatch(/^[=+\-@]/);
        expect(unguardFormula(guardFormula(text))).toBe(text);
      }),
    );
  });
});
