import { describe, expect, it } from '@jest/globals';
import type { PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { instanceOf, plainFirm, plainMeeting } from '../testing/planted-instance.ts';
import { findContradiction } from './find-contradiction.ts';

const meet = (id: string, firms: [string, string], more: Partial<PlanMeeting> = {}) => ({
  ...plainMeeting(id, firms),
  ...more,
});

const hall = (
  { slots, count, closed = {} }: { slots: number; count: number; closed?: Record<string, number[]> },
  meetings: readonly PlanMeeting[],
  more: Partial<PlanInstance> = {},
): PlanInstance => {
  const names = [...new Set(meetings.flatMap(({ firms }) => firms))];
  const firms = names.map((name) => plainFirm(name, closed[name] ?? []));
  return { ...instanceOf({ slots, count, firms, meetings }), ...more };
};

const found = (instance: PlanInstance) => {
  const contradiction = findContradiction(instance);
  return (
    contradiction && {
      code: contradiction.code,
      meetings: contradiction.meetings.map((row) => instance.meetings[row]!.id),
    }
  );
};

describe('demands that contradict each other', () => {
  it('are a ring of orders, the shortest of them', () => {
    const meetings = [
      meet('1', ['a', 'b'], { after: ['3'] }),
      meet('2', ['a', 'c'], { after: ['1'] }),
      meet('3', ['a', 'd'], { after: ['2', '4'] }),
      meet('4', ['a', 'e'], { after: ['3'] }),
    ];
    expect(found(hall({ slots: 9, count: 9 }, meetings))).toEqual({
      code: 'order-cycle',
      meetings: ['3', '4'],
    });
  });

  it('are orders that reach beyond the last slot', () => {
    const meetings = [
      meet('1', ['a', 'b']),
      meet('2', ['c', 'd'], { after: ['1'] }),
      meet('3', ['e', 'f'], { after: ['2'] }),
      meet('4', ['g', 'h']),
    ];
    expect(found(hall({ slots: 2, count: 9 }, meetings))).toEqual({
      code: 'no-slot',
      meetings: ['1', '2', '3'],
    });
  });

  it('are a meeting whose firms are never open together', () => {
    const meetings = [meet('1', ['a', 'b']), meet('2', ['a', 'c'])];
    const instance = hall({ slots: 2, count: 1, closed: { a: [0], b: [1] } }, meetings);
    expect(found(instance)).toEqual({ code: 'no-slot', meetings: ['1'] });
  });

  it('are two meetings of a firm pinned to one slot', () => {
    const meetings = [
      meet('1', ['a', 'b'], { fixed: 0 }),
      meet('2', ['a', 'c'], { fixed: 0 }),
      meet('3', ['a', 'd']),
    ];
    expect(found(hall({ slots: 4, count: 4 }, meetings))).toEqual({ code: 'no-slot', meetings: ['1', '2'] });
  });

  it('are more meetings than slots of a firm', () => {
    const meetings = ['b', 'c', 'd', 'e'].map((other) => meet(`a${other}`, ['a', other]));
    expect(found(hall({ slots: 5, count: 9, closed: { a: [0, 4] } }, meetings))).toEqual({
      code: 'agenda-short',
      meetings: ['ab', 'ac', 'ad', 'ae'],
    });
  });

  it('are more meetings than tables in the slots where they must be', () => {
    const sessions = [{ id: 'am', from: 0, to: 2 }];
    const meetings = ['ab', 'cd', 'ef'].map((pair) => meet(pair, [pair[0]!, pair[1]!], { within: 'am' }));
    const instance = hall({ slots: 4, count: 1 }, [...meetings, meet('gh', ['g', 'h'])], { sessions });
    expect(found(instance)).toEqual({ code: 'tables-short', meetings: ['ab', 'cd', 'ef'] });
  });

  it('are an odd ring of firms with the same two slots, but not an even one', () => {
    const ring = (names: string[]) =>
      names.map((name, n) => meet(`${n}`, [name, names[(n + 1) % names.length]!]));
    const open = (names: string[]) => Object.fromEntries(names.map((name) => [name, [0, 3]]));
    const odd = ['a', 'b', 'c', 'd', 'e'];
    expect(found(hall({ slots: 4, count: 9, closed: open(odd) }, ring(odd)))).toMatchObject({
      code: 'odd-ring',
    });
    const even = ['a', 'b', 'c', 'd'];
    expect(found(hall({ slots: 4, count: 9, closed: open(even) }, ring(even)))).toBeNull();
  });

  it('are breaks that nobody else can have', () => {
    const meetings = [0, 2, 4, 6].map((slot, n) => meet(`${n}`, ['a', `b${n}`], { fixed: slot }));
    expect(found(hall({ slots: 7, count: 2 }, meetings))).toMatchObject({ code: 'fairness' });
    expect(
      found(
        hall({ slots: 7, count: 2 }, meetings, {
          rules: { fairness: 3, mostInARow: null, ownCompany: true, again: true },
        }),
      ),
    ).toBeNull();
  });
});

describe('a meeting that nothing makes possible', () => {
  const rules = { fairness: null, mostInARow: null, ownCompany: false, again: false };
  const pair = [meet('1', ['a', 'b'])];

  it('is one of a company with itself, or again', () => {
    const instance = hall({ slots: 2, count: 2 }, [...pair, meet('2', ['b', 'a'])], { rules });
    expect(found(instance)).toEqual({ code: 'again', meetings: ['1', '2'] });
    const own = { ...instance, firms: instance.firms.map((firm) => ({ ...firm, company: 'x' })) };
    expect(found(own)).toEqual({ code: 'own-company', meetings: ['1'] });
  });

  it('lacks a team, an interpreter or a table', () => {
    const instance = hall({ slots: 2, count: 2 }, pair);
    const able = [{ ...instance.firms[0]!.teams[0]!, capabilities: ['sonar'] }];
    const unable = {
      ...instance,
      firms: [{ ...instance.firms[0]!, teams: able }, instance.firms[1]!],
      meetings: [meet('1', ['a', 'b'], { capability: 'radar' })],
    };
    expect(found(unable)).toMatchObject({ code: 'no-team' });
    const speaking = (languages: string[]) => ({ ...instance.firms[0]!.teams[0]!, languages });
    const firms = [
      { ...instance.firms[0]!, teams: [speaking(['ko'])] },
      { ...instance.firms[1]!, teams: [speaking(['fr'])] },
    ];
    expect(found({ ...instance, firms })).toMatchObject({ code: 'no-interpreter' });
    expect(found({ ...instance, tables: [] })).toMatchObject({ code: 'no-table' });
  });

  it('may be optional: then it contradicts nothing', () => {
    const meetings = pair.map((meeting) => ({ ...meeting, optional: true }));
    const instance = hall({ slots: 2, count: 2 }, meetings, { rules });
    expect(found({ ...instance, tables: [] })).toBeNull();
  });
});
