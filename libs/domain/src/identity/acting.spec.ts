import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reachThrough, type Reach } from './acting.ts';
import { actions, may, mayAsAide, policy, type Grant } from './policy.ts';
import { isStaffRole, roles } from './role.ts';
import { streamsOf } from './streams.ts';

const ids = fc.subarray(['a', 'b', 'c']);
const reach: fc.Arbitrary<Reach> = fc.record({
  roles: fc.subarray([...roles]),
  accredited: fc.boolean(),
  firmId: fc.constantFrom(null, 'f'),
  delegationIds: ids,
  teamIds: ids,
  sessionIds: ids,
});
const anAction = fc.constantFrom(...actions);

const grantsOf = ({ roles: held, accredited }: Reach): Grant[] => [
  'signed-in',
  ...held,
  ...(accredited ? (['accredited'] as const) : []),
];
const streams = ({ firmId, ...standing }: Reach) =>
  streamsOf({ personId: 'principal', firmIds: firmId ? [firmId] : [], ...standing });

/** As the guard asks: the principal as far as the aide reaches, through the column of aides. */
const throughAide = (principal: Reach, aide: Reach, action: (typeof actions)[number]) =>
  mayAsAide(grantsOf(reachThrough(principal, aide)), aide.accredited, action);

describe('somebody who acts for another', () => {
  it('never reaches more than the principal', () => {
    fc.assert(
      fc.property(reach, reach, anAction, (principal, aide, action) => {
        const own = may(grantsOf(principal), action);
        const through = throughAide(principal, aide, action);
        expect(own.includes('any') || through.every((relation) => own.includes(relation))).toBe(true);
      }),
    );
  });

  it('never reaches what the column of aides does not name, beyond what everybody may', () => {
    fc.assert(
      fc.property(reach, reach, anAction, (principal, aide, action) => {
        const column = policy[action].aide;
        if (column === undefined || (column === 'accredited' && !aide.accredited))
          expect(throughAide(principal, aide, action)).toEqual(may(['public'], action));
      }),
    );
  });

  it('follows only streams of the principal, none of the host, and closed sessions only where named as well', () => {
    fc.assert(
      fc.property(reach, reach, (principal, aide) => {
        const followed = streams(reachThrough(principal, aide));
        expect(streams(principal)).toEqual(expect.arrayContaining(followed));
        expect(followed.filter((stream) => /^(staff|delegation):/.test(stream))).toEqual([]);
        const closed = followed.filter((stream) => stream.startsWith('session:'));
        expect(streams(aide)).toEqual(expect.arrayContaining(closed));
        if (!aide.accredited)
          expect(followed.filter((stream) => /^(firm:|accredited)/.test(stream))).toEqual([]);
      }),
    );
  });

  it('holds no role of the host, even of a principal who does', () => {
    fc.assert(
      fc.property(reach, reach, (principal, aide) => {
        expect(reachThrough(principal, aide).roles.filter(isStaffRole)).toEqual([]);
      }),
    );
  });
});

describe('the column of aides', () => {
  it('opens what an aide is for, and nothing else', () => {
    const open = actions.filter((action) => policy[action].aide !== undefined);
    expect(open).toEqual([
      'registration.own',
      'people.read',
      'agenda.own',
      'firm.read',
      'hall.read',
      'meeting.read',
      'meeting.request',
      'meeting.answer',
      'matchmaking.read',
    ]);
    expect(open.filter((action) => policy[action].aide === 'accepted')).toEqual(['registration.own']);
  });

  it('opens of these to an aide of whom nothing is vetted only the registration', () => {
    const principal: Grant[] = ['signed-in', 'accredited', 'delegate', 'firm-representative'];
    const reached = actions.filter(
      (action) => may(['public'], action).length === 0 && mayAsAide(principal, false, action).length > 0,
    );
    expect(reached).toEqual(['registration.own']);
  });
});
