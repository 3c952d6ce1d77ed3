import { describe, expect, it } from '@jest/globals';
import type { PlanInstance, PlanMeeting, PlanTeam } from '../instance/instance.ts';
import { instanceOf, plainFirm, plainMeeting } from '../testing/planted-instance.ts';
import { checkPlan } from './check-plan.ts';
import type { CheckedPlacement } from './violation.ts';

const at = (slot: number, more: Partial<CheckedPlacement> = {}): CheckedPlacement => ({
  slot,
  place: 'hall',
  table: 0,
  teams: ['a', 'b'],
  interpreter: null,
  ...more,
});

const firm = (id: string, team: Partial<PlanTeam> = {}) => {
  const plain = plainFirm(id);
  return { ...plain, teams: [{ ...plain.teams[0]!, ...team }] };
};

const group = (id: string, host: string | null = null) => ({ id, zone: id, count: [1, 1, 1, 1, 1, 1], host });

/** Two firms and their meetings in six slots, and whatever is changed about it. */
const hall = (
  meetings: readonly Partial<PlanMeeting>[],
  change: Partial<PlanInstance> = {},
): PlanInstance => ({
  ...instanceOf({
    slots: 6,
    count: 1,
    firms: [firm('a'), firm('b'), firm('c')],
    meetings: meetings.map((meeting, n) => ({ ...plainMeeting(`m${n}`, ['a', 'b']), ...meeting })),
  }),
  ...change,
});

const rulesBroken = (instance: PlanInstance, placements: readonly (CheckedPlacement | null)[]) =>
  checkPlan(instance, placements).violations.map(({ rule }) => rule);

describe('a plan that keeps every rule', () => {
  it('is accepted, its breaks and idle slots counted', () => {
    const checked = checkPlan(hall([{}, {}, {}]), [at(0), at(2), at(5)]);
    expect(checked).toEqual({
      violations: [],
      mandatoryLeftOut: 0,
      optionalWeightLeftOut: 0,
      breaks: 4,
      idleSlots: 6,
    });
  });

  it('counts nothing over night, and what is left out by its kind', () => {
    const days = [
      { id: 'one', from: 0, to: 3 },
      { id: 'two', from: 3, to: 6 },
    ];
    const instance = hall([{}, {}, {}, { optional: true, weight: 5 }], { days });
    expect(checkPlan(instance, [at(0), at(4), null, null])).toMatchObject({
      violations: [],
      mandatoryLeftOut: 1,
      optionalWeightLeftOut: 5,
      breaks: 0,
    });
  });
});

describe('the checker finds', () => {
  const rules = { fairness: null, mostInARow: null, ownCompany: true, again: true };

  it.each<[string, PlanInstance, readonly (CheckedPlacement | null)[], string[]]>([
    ['a plan of another length', hall([{}]), [], ['shape']],
    ['a slot that does not exist', hall([{}]), [at(6)], ['shape']],
    ['a team that does not exist', hall([{}]), [at(0, { teams: ['x', 'b'] })], ['team']],
    ['a place that does not exist', hall([{}]), [at(0, { place: 'x' })], ['table']],
    ['an interpreter who does not exist', hall([{}]), [at(0, { interpreter: 'x' })], ['interpreter']],
    ['a closed slot of a firm', hall([{}], { firms: [plainFirm('a', [0]), firm('b')] }), [at(0)], ['closed']],
    [
      'a closed slot of a team',
      hall([{}], { firms: [firm('a', { forbidden: [0] }), firm('b')] }),
      [at(0)],
      ['closed'],
    ],
    [
      'a meeting outside its session',
      hall([{ within: 'am' }], { sessions: [{ id: 'am', from: 0, to: 3 }] }),
      [at(3)],
      ['session'],
    ],
    ['a meeting away from its pin', hall([{ fixed: 2 }]), [at(3)], ['pinned']],
    ['a table that is not there', hall([{}]), [at(0, { table: 1 })], ['table']],
    [
      'a table that the meeting may not have',
      hall([{ tables: ['x'] }], { tables: [group('hall'), group('x')] }),
      [at(0)],
      ['table'],
    ],
    ['a table of somebody else', hall([{}], { tables: [group('hall', 'c')] }), [at(0)], ['table']],
    [
      'two meetings at one table',
      hall([{}, { firms: ['a', 'c'] }], { rules }),
      [at(0), at(0, { teams: ['a', 'c'] })],
      ['table-twice', 'team-twice'],
    ],
    [
      'an order not kept',
      hall([{}, { after: ['m0'] }]),
      [at(1), at(1, { table: 0 })],
      ['table-twice', 'order', 'team-twice', 'team-twice'],
    ],
    [
      'a capability that a team lacks',
      hall([{ capability: 'radar' }], { firms: [firm('a', { capabilities: ['sonar'] }), firm('b')] }),
      [at(0)],
      ['capability'],
    ],
    [
      'a meeting within a company',
      hall([{}], {
        rules: { ...rules, ownCompany: false },
        firms: [
          { ...firm('a'), company: 'x' },
          { ...firm('b'), company: 'x' },
        ],
      }),
      [at(0)],
      ['own-company'],
    ],
    [
      'companies that meet again',
      hall([{}, {}], { rules: { ...rules, again: false } }),
      [at(0), at(1)],
      ['again'],
    ],
    [
      'too many in a row',
      hall([{}, {}, {}], { rules: { ...rules, mostInARow: 2 } }),
      [at(0), at(1), at(2)],
      ['in-a-row', 'in-a-row'],
    ],
    [
      'unfair breaks',
      hall([{}, {}, {}], { rules: { ...rules, fairness: 1 } }),
      [at(0), at(2), at(4)],
      ['fairness'],
    ],
    [
      'a walk too far',
      hall([{}, {}], { tables: [group('hall'), group('x')], walks: [{ from: 'x', to: 'hall', slots: 1 }] }),
      [at(0), at(1, { place: 'x' })],
      ['walk', 'walk'],
    ],
  ])('%s', (_, instance, placements, found) => {
    expect(rulesBroken(instance, placements)).toEqual(found);
  });
});

describe('teams without a common language', () => {
  const firms = [firm('a', { languages: ['ko'] }), firm('b', { languages: ['fr'] })];
  const interpreters = [
    { id: 'i', languages: ['ko', 'fr'], forbidden: [3], mostInARow: 1 },
    { id: 'j', languages: ['ko', 'en'], forbidden: [], mostInARow: null },
  ];

  it('need an interpreter who knows both', () => {
    const instance = hall([{}], { firms, interpreters });
    expect(rulesBroken(instance, [at(0)])).toEqual(['language']);
    expect(rulesBroken(instance, [at(0, { interpreter: 'j' })])).toEqual(['language']);
    expect(rulesBroken(instance, [at(0, { interpreter: 'i' })])).toEqual([]);
    expect(rulesBroken(instance, [at(3, { interpreter: 'i' })])).toEqual(['interpreter']);
  });

  it('need the language of the meeting, which an interpreter brings to both', () => {
    const english = { language: 'en' };
    expect(rulesBroken(hall([english], { firms, interpreters }), [at(0, { interpreter: 'j' })])).toEqual([
      'language',
    ]);
    const both = [firm('a', { languages: ['ko'] }), firm('b', { languages: ['en'] })];
    expect(
      rulesBroken(hall([english], { firms: both, interpreters }), [at(0, { interpreter: 'j' })]),
    ).toEqual([]);
  });

  it('share an interpreter neither at once nor for too long in a row', () => {
    const instance = hall([{}, {}], { firms, interpreters });
    const placements = [at(0, { interpreter: 'i' }), at(1, { interpreter: 'i' })];
    expect(rulesBroken(instance, placements)).toEqual(['in-a-row']);
  });
});

describe('a bilateral of officials', () => {
  const protocol = { rankDifference: 0, sizeDifference: 1, host: 'a', buffer: 1 };
  const firms = [firm('a', { rank: 1, size: 3 }), firm('b', { rank: 1, size: 4 }), firm('c')];
  const tables = [group('hall'), group('residence', 'a')];
  const home = { place: 'residence' };

  it('keeps parity of rank and size at the place of its host', () => {
    expect(rulesBroken(hall([{ protocol }], { firms, tables }), [at(0, home)])).toEqual([]);
    expect(rulesBroken(hall([{ protocol }], { firms, tables }), [at(0)])).toEqual(['host-place']);
    const uneven = [firm('a', { rank: 1, size: 3 }), firm('b', { rank: 2, size: 5 })];
    expect(rulesBroken(hall([{ protocol }], { firms: uneven, tables }), [at(0, home)])).toEqual([
      'rank-parity',
      'size-parity',
    ]);
    const unknown = [firm('a'), firm('b')];
    expect(rulesBroken(hall([{ protocol }], { firms: unknown, tables }), [at(0, home)])).toEqual([
      'rank-parity',
      'size-parity',
    ]);
  });

  it('leaves its teams their buffers before and after', () => {
    const instance = hall([{ protocol }, { firms: ['a', 'c'] }], { firms, tables });
    const beside = { teams: ['a', 'c'] as const };
    expect(rulesBroken(instance, [at(1, home), at(0, beside)])).toEqual(['buffer']);
    expect(rulesBroken(instance, [at(1, home), at(3, beside)])).toEqual([]);
  });
});
