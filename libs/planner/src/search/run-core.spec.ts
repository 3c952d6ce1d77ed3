import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { coolingOf, plannedFor, replayOf } from './run-core.ts';

describe('the iterations that replay a run', () => {
  it('name how many were done and for how many the run was cooled', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, share) => {
          const { planned } = coolingOf(given);
          const done = Math.floor(share * planned);
          expect(plannedFor(planned)).toBe(planned);
          expect(coolingOf(replayOf(done, planned))).toEqual({ iterations: done, planned });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
