import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actions, grants, may, policy, type Action, type Grant } from './policy.ts';
import { isStaffRole, roles, staffRoles } from './role.ts';

const someGrants = fc.subarray([...grants]);
const anAction = fc.constantFrom(...actions);

describe('somebody who is not signed in', () => {
  it('may do these things and no others', () => {
    expect(actions.filter((action) => may([], action).length > 0)).toEqual([
      'identity.sign-in',
      'operations.read',
      'changes.read',
      'edition.read',
      'rotation.read',
      'programme.read',
    ]);
  });
});

describe('a firm’s representative', () => {
  const accredited: Grant[] = ['firm-representative', 'accredited'];

  it('reads the meetings of the firm, and their own', () => {
    expect(may(accredited, 'meeting.read')).toEqual(['own', 'own-firm']);
    expect(may(accredited, 'meeting.request')).toEqual(['own-firm']);
  });

  it('meets nobody before being accredited, but keeps the firm’s page', () => {
    expect(may(['firm-representative'], 'meeting.request')).toEqual([]);
    expect(may(['firm-representative'], 'meeting.read')).toEqual([]);
    expect(may(['firm-representative'], 'firm.edit')).toEqual(['own-firm']);
    expect(may(['firm-representative'], 'firm.read')).toEqual(['own-firm']);
  });
});

describe('the host’s team', () => {
  it('divides the work: organisers run, officers vet, auditors only read the audit', () => {
    expect(may(['organiser'], 'programme.edit')).toEqual(['any']);
    expect(may(['organiser'], 'meeting.override')).toEqual(['any']);
    expect(may(['organiser'], 'audit.read')).toEqual([]);
    expect(may(['accreditation-officer'], 'accreditation.decide')).toEqual(['any']);
    expect(may(['accreditation-officer'], 'programme.edit')).toEqual([]);
    const asAuditor = actions.filter((action) => may(['auditor'], action).includes('any'));
    const asPublic = actions.filter((action) => may([], action).includes('any'));
    expect(asAuditor).toEqual([...asPublic, 'audit.read']);
  });

  it('needs no accreditation of its own', () => {
    expect(may(['organiser'], 'people.read')).toEqual(['any']);
  });

  it('is told from the other roles', () => {
    expect(roles.filter(isStaffRole)).toEqual([...staffRoles]);
  });
});

describe('the policy', () => {
  it('leaves no action to nobody', () => {
    for (const action of actions) expect(may([...grants], action).length).toBeGreaterThan(0);
  });

  it('never takes a right away for one grant more', () => {
    fc.assert(
      fc.property(someGrants, someGrants, anAction, (held, more, action) => {
        const before = may(held, action);
        const after = may([...held, ...more], action);
        expect(after.includes('any') || before.every((relation) => after.includes(relation))).toBe(true);
      }),
    );
  });

  it('gives nothing that the table does not name', () => {
    fc.assert(
      fc.property(someGrants, anAction, (held, action) => {
        const named: unknown[] = Object.values(policy[action]);
        expect(may(held, action).every((relation) => named.includes(relation))).toBe(true);
      }),
    );
  });

  it('lets nobody reach others’ people or meetings without vetting, unless they are of the team', () => {
    const reaching: Action[] = [
      'people.read',
      'meeting.read',
      'meeting.request',
      'meeting.answer',
      'hall.read',
    ];
    const outside = grants.filter(
      (grant) => grant !== 'accredited' && !(staffRoles as readonly Grant[]).includes(grant),
    );
    fc.assert(
      fc.property(fc.subarray([...outside]), fc.constantFrom(...reaching), (held, action) => {
        expect(may(held, action)).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of grants', () => {
    fc.assert(
      fc.property(someGrants, anAction, (held, action) => {
        expect(may([...held].reverse(), action)).toEqual(may(held, action));
      }),
    );
  });
});
