import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canMoveTo, moveTo, phaseAllows, phaseNames, requirePhase, type PhaseAction } from './phase.ts';

const phase = fc.constantFrom(...phaseNames);
const phaseActions: PhaseAction[] = [
  'register',
  'accredit',
  'request-meeting',
  'answer-meeting',
  'edit-programme',
  'import-programme',
  'edit-edition',
];

describe('the phases of an edition', () => {
  it('follow each other, and a step may be taken back until the archive', () => {
    const moves = phaseNames.map((from) => phaseNames.filter((to) => canMoveTo(from, to)));
    expect(moves).toEqual([
      ['announced'],
      ['planned', 'registration'],
      ['announced', 'live'],
      ['registration', 'closed'],
      ['live', 'archived'],
      [],
    ]);
  });

  it('are refused with the possible steps', () => {
    expect(moveTo('planned', 'announced')).toBe('announced');
    expect(() => moveTo('planned', 'live')).toThrow(
      expect.objectContaining({
        code: 'phase.forbids',
        details: { phase: 'planned', to: 'live', steps: ['announced'] },
      }),
    );
    expect(() => moveTo('archived', 'closed')).toThrow('stays so');
  });
});

describe('a closed edition', () => {
  it('registers nobody', () => {
    expect(phaseAllows('closed', 'register')).toEqual({ ok: false, reason: 'over' });
    expect(() => requirePhase('closed', 'register')).toThrow(
      expect.objectContaining({
        code: 'phase.forbids',
        details: { phase: 'closed', action: 'register', reason: 'over' },
      }),
    );
  });
});

describe('an announced edition', () => {
  it('does not register yet, but has its programme edited', () => {
    expect(phaseAllows('announced', 'register')).toEqual({ ok: false, reason: 'not-yet' });
    expect(phaseAllows('announced', 'edit-programme')).toEqual({ ok: true });
  });
});

describe('a live edition', () => {
  it('still allows everything', () => {
    for (const action of phaseActions) expect(phaseAllows('live', action)).toEqual({ ok: true });
  });
});

describe('an archived edition', () => {
  it('allows nothing any more', () => {
    for (const action of phaseActions)
      expect(phaseAllows('archived', action)).toEqual({ ok: false, reason: 'over' });
  });
});

describe('the guards', () => {
  it('go from "not yet" over "possible" to "over", and never back', () => {
    for (const action of phaseActions) {
      const course = phaseNames.map((name) => {
        const answer = phaseAllows(name, action);
        return answer.ok ? 1 : answer.reason === 'not-yet' ? 0 : 2;
      });
      expect(course).toEqual([...course].sort());
      expect(course).toContain(1);
    }
  });

  it('throw exactly where they say no', () => {
    fc.assert(
      fc.property(phase, fc.constantFrom(...phaseActions), (name, action) => {
        const check = expect(() => requirePhase(name, action));
        if (phaseAllows(name, action).ok) check.not.toThrow();
        else check.toThrow(expect.objectContaining({ code: 'phase.forbids' }));
      }),
    );
  });
});
