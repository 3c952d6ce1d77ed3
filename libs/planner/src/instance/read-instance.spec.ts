import { describe, expect, it } from '@jest/globals';
import { readInstance } from './read-instance.ts';

const plan = (more: object = {}) => ({
  format: 'forum-plan/1',
  slots: 4,
  tables: [{ id: 'hall', count: 2 }],
  firms: [{ id: 'a' }, { id: 'b', teams: [{ id: 'sales', languages: ['en'] }] }],
  meetings: [{ id: 'm', firms: ['a', 'b'] }],
  ...more,
});

const b2bsp = (more: object = {}) => ({
  format: 'b2bsp/1',
  slots: 4,
  tables: 2,
  sessions: [{ id: 'am', from: 0, to: 2 }],
  participants: [
    { id: 0, forbidden: [] },
    { id: 1, forbidden: [3] },
  ],
  meetings: [{ id: 0, a: 0, b: 1, session: 'am', fixed: null, priority: 2, optional: false, after: [] }],
  fairness: 2,
  ...more,
});

describe('an instance of the forum', () => {
  it('is read with what it leaves out filled in', () => {
    expect(readInstance(plan())).toMatchObject({
      slots: 4,
      days: [{ from: 0, to: 4 }],
      tables: [{ id: 'hall', zone: 'hall', count: [2, 2, 2, 2], host: null }],
      firms: [
        { id: 'a', company: 'a', floor: 0, teams: [{ id: 'a' }] },
        { id: 'b', teams: [{ id: 'sales', languages: ['en'] }] },
      ],
      meetings: [{ id: 'm', firms: ['a', 'b'], priority: 1, weight: 9, optional: false, protocol: null }],
      rules: { fairness: null, mostInARow: null, ownCompany: false, again: true },
    });
  });

  it('is read with everything the format knows', () => {
    const protocol = { rankDifference: 1, sizeDifference: 2, host: 'a', buffer: 1 };
    const read = readInstance(
      plan({
        name: 'seoul-2027',
        days: [
          { id: 'one', from: 0, to: 2 },
          { id: 'two', from: 2, to: 4 },
        ],
        sessions: [{ id: 'am', from: 0, to: 1 }],
        tables: [
          { id: 'hall', zone: 'east', count: [1, 2, 3, 4] },
          { id: 'stand', zone: 'west', host: 'a' },
        ],
        walks: [{ from: 'east', to: 'west', slots: 1 }],
        interpreters: [{ id: 'i', languages: ['en', 'ko'], mostInARow: 2 }],
        meetings: [{ id: 1, firms: ['a', 'b'], within: 'am', tables: ['stand'], protocol }],
        rules: { fairness: 2, mostInARow: 3, ownCompany: true, again: false },
      }),
    );
    expect(read.meetings[0]).toMatchObject({ id: '1', within: 'am', tables: ['stand'], protocol });
    expect(read.rules).toEqual({ fairness: 2, mostInARow: 3, ownCompany: true, again: false });
  });
});

describe('an instance of the literature', () => {
  it('is the case of one team each', () => {
    expect(readInstance(b2bsp())).toMatchObject({
      firms: [{ id: '0', teams: [{ id: 'all' }] }, { forbidden: [3] }],
      meetings: [{ id: '0', firms: ['0', '1'], within: 'am', weight: 3 }],
      rules: { fairness: 2 },
    });
    expect(readInstance(b2bsp({ tables: [1, 2, 3, 4] })).tables[0]!.count).toEqual([1, 2, 3, 4]);
  });
});

describe('an instance that is wrong', () => {
  const meeting = (more: object) => plan({ meetings: [{ id: 'm', firms: ['a', 'b'], ...more }] });
  const old = (more: object) => b2bsp({ meetings: [{ id: 0, a: 0, b: 1, ...more }] });

  it.each<[string, unknown, string]>([
    ['not an object', [], 'instance'],
    ['of an unknown format', { format: 'other' }, 'instance.format'],
    ['without slots', plan({ slots: undefined }), 'instance.slots'],
    ['with slots below zero', plan({ slots: -1 }), 'instance.slots'],
    ['with more slots than a number holds', plan({ slots: 1e300 }), 'instance.slots'],
    ['with half a slot', plan({ slots: 1.5 }), 'instance.slots'],
    ['with an unknown field', plan({ tabels: [] }), 'instance.tabels'],
    ['with something else than a list', plan({ firms: {} }), 'instance.firms'],
    ['with days that leave a hole', plan({ days: [{ id: 'one', from: 1, to: 4 }] }), 'instance.days[0].from'],
    ['with days that end early', plan({ days: [{ id: 'one', from: 0, to: 3 }] }), 'instance.days[0].to'],
    [
      'with a session that ends before it begins',
      plan({ sessions: [{ id: 's', from: 3, to: 1 }] }),
      'instance.sessions[0].to',
    ],
    [
      'with a session named twice',
      plan({
        sessions: [
          { id: 's', from: 0, to: 1 },
          { id: 's', from: 1, to: 2 },
        ],
      }),
      'instance.sessions[1].id',
    ],
    [
      'with a count for some slots only',
      plan({ tables: [{ id: 'hall', count: [1] }] }),
      'instance.tables[0].count.length',
    ],
    ['with a table of nobody', plan({ tables: [{ id: 'hall', host: 'x' }] }), 'instance.tables[0].host'],
    [
      'with a walk to nowhere',
      plan({ walks: [{ from: 'hall', to: 'x', slots: 1 }] }),
      'instance.walks[0].to',
    ],
    [
      'with a walk round a circle',
      plan({ walks: [{ from: 'hall', to: 'hall', slots: 1 }] }),
      'instance.walks[0].to',
    ],
    [
      'with an interpreter of one language',
      plan({ interpreters: [{ id: 'i', languages: ['en'] }] }),
      'instance.interpreters[0].languages',
    ],
    ['with a firm twice', plan({ firms: [{ id: 'a' }, { id: 'a' }] }), 'instance.firms[1].id'],
    ['with a firm without a name', plan({ firms: [{ id: '' }] }), 'instance.firms[0].id'],
    [
      'with a team twice',
      plan({ firms: [{ id: 'a', teams: [{ id: 't' }, { id: 't' }] }] }),
      'instance.firms[0].teams[1].id',
    ],
    [
      'with a slot that does not exist',
      plan({ firms: [{ id: 'a', forbidden: [4] }] }),
      'instance.firms[0].forbidden[0]',
    ],
    ['with a meeting of one firm', meeting({ firms: ['a'] }), 'instance.meetings[0].firms'],
    ['with a meeting with oneself', meeting({ firms: ['a', 'a'] }), 'instance.meetings[0].firms[1]'],
    ['with a meeting of an unknown firm', meeting({ firms: ['a', 'x'] }), 'instance.meetings[0].firms[1]'],
    ['with a meeting after an unknown one', meeting({ after: ['x'] }), 'instance.meetings[0].after[0]'],
    ['with a meeting in an unknown session', meeting({ within: 'x' }), 'instance.meetings[0].within'],
    ['with a meeting at an unknown table', meeting({ tables: ['x'] }), 'instance.meetings[0].tables[0]'],
    ['with a meeting of negative weight', meeting({ weight: -1 }), 'instance.meetings[0].weight'],
    [
      'with a meeting that is optional perhaps',
      meeting({ optional: 'yes' }),
      'instance.meetings[0].optional',
    ],
    [
      'with a host who does not take part',
      meeting({ protocol: { host: 'x' } }),
      'instance.meetings[0].protocol.host',
    ],
    [
      'of the literature with participants out of order',
      b2bsp({ participants: [{ id: 1 }] }),
      'instance.participants[0].id',
    ],
    ['of the literature with an unknown participant', old({ b: 2 }), 'instance.meetings[0].b'],
    ['of the literature with a meeting with oneself', old({ b: 0 }), 'instance.meetings[0].b'],
    ['of the literature with an unknown session', old({ session: 'pm' }), 'instance.meetings[0].session'],
    ['of the literature with too few counts', b2bsp({ tables: [1] }), 'instance.tables.length'],
    ['of the literature with tables below zero', b2bsp({ tables: -3 }), 'instance.tables'],
    ['of the literature with an unknown order', old({ after: [7] }), 'instance.meetings[0].after[0]'],
  ])('%s is refused where it is wrong', (_, json, path) => {
    expect(() => readInstance(json)).toThrow(
      expect.objectContaining({ code: 'request.invalid', details: expect.objectContaining({ path }) }),
    );
  });

  it('says what stands there and what to write instead', () => {
    expect(() => readInstance(plan({ slots: -1 }))).toThrow(
      'instance.slots is -1: write a whole number from 1 to 500.',
    );
    expect(() => readInstance(plan({ name: 'x'.repeat(300) }))).toThrow(
      '…: write a name of 1 to 200 characters.',
    );
  });
});
