import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isStaffRole, roles } from './role.ts';
import { freshFactorFor, isFactorFresh, usableRoles } from './second-factor.ts';

const heldRoles = fc.subarray([...roles]);

describe('a session that has not shown a second factor', () => {
  it('uses no role of the host’s team, and every other', () => {
    fc.assert(
      fc.property(heldRoles, (held) => {
        const { usable, withheld } = usableRoles(held, false);
        expect(usable.some(isStaffRole)).toBe(false);
        expect(withheld.every(isStaffRole)).toBe(true);
        expect([...usable, ...withheld].sort()).toEqual([...held].sort());
      }),
    );
  });

  it('has no fresh one', () => {
    expect(isFactorFresh(null, 0)).toBe(false);
  });
});

describe('a session that has shown one', () => {
  it('uses all that its person holds', () => {
    fc.assert(
      fc.property(heldRoles, (held) => {
        expect(usableRoles(held, true)).toEqual({ usable: held, withheld: [] });
      }),
    );
  });

  it('has shown it freshly for ten minutes, and not a moment longer', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 2 * freshFactorFor }), (shownAt, since) => {
        expect(isFactorFresh(shownAt, shownAt + since)).toBe(since <= freshFactorFor);
      }),
    );
  });
});
