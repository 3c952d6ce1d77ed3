import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  accredit,
  accreditationStates,
  decline,
  edit,
  isOut,
  newAccreditation,
  promote,
  reconsider,
  revoke,
  stepsFrom,
  submit,
  waitlist,
  withdraw,
  type Accreditation,
  type AccreditationStep,
} from './accreditation.ts';
import { vettedAmong, vettedFields } from './vetted-fields.ts';

const t1 = '2027-03-01T09:00:00Z';
const t2 = '2027-03-02T09:00:00Z';

const take: Record<AccreditationStep, (accreditation: Accreditation) => Accreditation> = {
  submit: (accreditation) => submit(accreditation, t1),
  accredit: (accreditation) => accredit(accreditation, t2),
  decline: (accreditation) => decline(accreditation, 'security', t2),
  waitlist: (accreditation) => waitlist(accreditation, t2),
  promote,
  reconsider,
  withdraw,
  revoke: (accreditation) => revoke(accreditation, 'conduct', t2),
};
const allSteps = Object.keys(take) as AccreditationStep[];
const submitted = submit(newAccreditation, t1);
const accredited = accredit(submitted, t2);
const declined = decline(submitted, 'not-entitled', t2);

/** Wherever a walk of allowed steps can lead. */
const reachable = fc.array(fc.nat(), { maxLength: 8 }).map((choices) =>
  choices.reduce((accreditation, choice) => {
    const possible = stepsFrom(accreditation.state);
    const step = possible[choice % possible.length];
    return step === undefined ? accreditation : take[step](accreditation);
  }, newAccreditation),
);

describe('an accreditation', () => {
  it('allows these steps from each state', () => {
    expect(Object.fromEntries(accreditationStates.map((state) => [state, stepsFrom(state)]))).toEqual({
      draft: ['submit', 'withdraw'],
      submitted: ['accredit', 'decline', 'waitlist', 'withdraw'],
      accredited: ['withdraw', 'revoke'],
      declined: ['reconsider'],
      waitlisted: ['accredit', 'decline', 'promote', 'withdraw'],
      withdrawn: ['submit'],
      revoked: ['reconsider'],
    });
  });

  it('refuses every other step, and says what is possible', () => {
    fc.assert(
      fc.property(reachable, fc.constantFrom(...allSteps), (accreditation, step) => {
        fc.pre(!stepsFrom(accreditation.state).includes(step));
        expect(() => take[step](accreditation)).toThrow(
          expect.objectContaining({
            code: 'delegate.transition',
            details: { state: accreditation.state, step, steps: stepsFrom(accreditation.state) },
          }),
        );
      }),
    );
  });

  it('has a reason exactly while it is declined or revoked', () => {
    fc.assert(
      fc.property(reachable, ({ state, reason }) => {
        expect(reason !== null).toBe(state === 'declined' || state === 'revoked');
      }),
    );
  });

  it('knows when it was decided exactly while a decision is in force', () => {
    fc.assert(
      fc.property(reachable, ({ state, decidedAt }) => {
        expect(decidedAt !== null).toBe(['accredited', 'declined', 'waitlisted', 'revoked'].includes(state));
      }),
    );
  });
});

describe('a declined delegate', () => {
  it('can be vetted again only when an officer reconsiders', () => {
    expect(reconsider(declined)).toEqual(submitted);
    expect(() => submit(declined, t2)).toThrow(expect.objectContaining({ code: 'delegate.transition' }));
  });
});

describe('an edited registration', () => {
  it('asks for vetting again when an accredited delegate changes a vetted field', () => {
    expect(edit(accredited, ['languages', 'country'], t2)).toEqual({
      state: 'submitted',
      reason: null,
      submittedAt: t2,
      decidedAt: null,
    });
  });

  it('stays as it is for fields that nobody vets, in every state', () => {
    fc.assert(
      fc.property(reachable, (accreditation) => {
        expect(edit(accreditation, ['dietary', 'languages'], t2)).toBe(accreditation);
      }),
    );
  });

  it('is never accredited after a change of a vetted field', () => {
    fc.assert(
      fc.property(reachable, fc.constantFrom(...vettedFields), (accreditation, field) => {
        if (['declined', 'withdrawn', 'revoked'].includes(accreditation.state)) {
          expect(() => edit(accreditation, [field], t2)).toThrow(
            expect.objectContaining({ code: 'delegate.transition' }),
          );
        } else {
          expect(edit(accreditation, [field], t2).state).not.toBe('accredited');
        }
      }),
    );
  });

  it('names the vetted fields among the changed ones', () => {
    expect(vettedAmong(['languages', 'office', 'category'])).toEqual(['category', 'office']);
  });
});

describe('somebody who is out of an edition', () => {
  it('was declined, has withdrawn, or had the accreditation revoked', () => {
    expect(accreditationStates.filter(isOut)).toEqual(['declined', 'withdrawn', 'revoked']);
  });
});
