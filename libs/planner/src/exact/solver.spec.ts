import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Solver } from './solver.ts';

const variables = 6;
const literal = fc.nat(2 * variables - 1);
const literals = fc.uniqueArray(literal, { minLength: 1, maxLength: 4, selector: (one) => one >> 1 });
const statements = fc.record({
  clauses: fc.array(literals, { maxLength: 14 }),
  limits: fc.array(fc.record({ lits: literals, limit: fc.nat(2) }), { maxLength: 6 }),
  assumed: fc.uniqueArray(literal, { maxLength: 3, selector: (one) => one >> 1 }),
});
type Statements = typeof statements extends fc.Arbitrary<infer T> ? T : never;

/** Whether any of the 64 assignments meets the statements. */
function isPossible({ clauses, limits, assumed }: Statements): boolean {
  return Array.from({ length: 2 ** variables }, (_, bits) => bits).some((bits) => {
    const holds = (one: number) => ((bits >> (one >> 1)) & 1) === 1 - (one & 1);
    const isWithin = ({ lits, limit }: { lits: number[]; limit: number }) =>
      lits.filter(holds).length <= limit;
    return clauses.every((clause) => clause.some(holds)) && limits.every(isWithin) && assumed.every(holds);
  });
}

function stated({ clauses, limits }: Statements): Solver {
  const solver = new Solver(variables);
  for (const { lits, limit } of limits) solver.atMost(lits, limit);
  for (const clause of clauses) solver.clause(clause);
  return solver;
}

describe('the solver', () => {
  it('finds values exactly when there are some, and they meet every statement', () => {
    fc.assert(
      fc.property(statements, (drawn) => {
        const solver = stated(drawn);
        const verdict = solver.solve(drawn.assumed, 1e6);
        expect(verdict).toBe(isPossible(drawn) ? 'found' : 'none');
        if (verdict === 'none') return;
        const holds = (one: number) => solver.value[one] === 1;
        expect(drawn.clauses.every((clause) => clause.some(holds))).toBe(true);
        expect(drawn.limits.every(({ lits, limit }) => lits.filter(holds).length <= limit)).toBe(true);
        expect(drawn.assumed.every(holds)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('names assumptions that contradict each other', () => {
    fc.assert(
      fc.property(statements, (drawn) => {
        const solver = stated(drawn);
        if (solver.solve(drawn.assumed, 1e6) !== 'none' || solver.isRefuted) return;
        expect(drawn.assumed).toEqual(expect.arrayContaining([...solver.core]));
        expect(isPossible({ ...drawn, assumed: [...solver.core] })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('shows that eight firms do not fit into seven slots', () => {
    const solver = new Solver(56);
    const at = (firm: number, slot: number) => 2 * (7 * firm + slot);
    const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
    for (const firm of numbers(8)) solver.clause(numbers(7).map((slot) => at(firm, slot)));
    for (const slot of numbers(7))
      solver.atMost(
        numbers(8).map((firm) => at(firm, slot)),
        1,
      );
    expect(solver.solve([], 100)).toBe('unknown');
    expect(solver.solve([], 1e8)).toBe('none');
  });
});
