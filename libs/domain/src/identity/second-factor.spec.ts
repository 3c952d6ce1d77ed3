import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isStaffRole, roles } from './role.ts';
import { freshFactorFor, isFactorFresh, refusalToHandOver, usableRoles } from './second-factor.ts';

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

describe('an enrolment code', () => {
  it('is never made for oneself, nor for who has a factor, nor for the secretariat by an edition’s team', () => {
    const holder = fc.record({ isSelf: fc.boolean(), secretariat: fc.boolean(), enrolled: fc.boolean() });
    fc.assert(
      fc.property(holder, fc.record({ secretariat: fc.boolean() }), (of, maker) => {
        const isBarred = of.isSelf || of.enrolled || (of.secretariat && !maker.secretariat);
        expect(refusalToHandOver(of, maker) !== null).toBe(isBarred);
      }),
    );
  });
});
