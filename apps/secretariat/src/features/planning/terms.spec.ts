import { describe, expect, it } from '@jest/globals';
import type { PlannedMeeting } from '@forum/contract/matchmaking/planning/plan-detail';
import fc from 'fast-check';
import { lackingInterpreter, shownTerms } from './terms.ts';

const meeting = fc.record({
  slot: fc.option(fc.nat(9)),
  needsInterpreter: fc.boolean(),
  interpreter: fc.option(fc.uuid()),
}) as unknown as fc.Arbitrary<PlannedMeeting>;

describe('the terms of a plan', () => {
  it('say of interpreters what the list below them says', () => {
    fc.assert(
      fc.property(fc.array(meeting), fc.nat(5), (meetings, value) => {
        const run = {
          meetings,
          terms: [
            { name: 'breaks', value: 3, bound: 3 },
            { name: 'uninterpreted', value, bound: 0 },
          ],
        };
        const [breaks, uninterpreted] = shownTerms(run);
        const lacking = lackingInterpreter(run).length;
        expect(breaks).toEqual({ name: 'breaks', value: 3, bound: 3 });
        expect(uninterpreted!.value).toBe(lacking);
        expect(uninterpreted!.bound).toBe(value === lacking ? 0 : null);
      }),
    );
  });
});
