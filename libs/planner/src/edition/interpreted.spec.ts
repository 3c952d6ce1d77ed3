import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkPlan } from '../checker/check-plan.ts';
import { plan, type PlanOptions } from '../plan/plan.ts';
import type { Placement, Plan } from '../plan/plan-result.ts';
import type { EditionFacts, EditionInterpreter } from './edition-facts.ts';
import { hallTables, instanceOfEdition } from './instance-of-edition.ts';

const firm = (id: string, languages: string[], busy: number[] = []) => ({
  id,
  floor: 0,
  teams: [{ id: `${id}-team`, busy, languages }],
});
const wish = (a: string, b: string) => ({ a, b, priority: 3 as const, score: 0 });
const interpreter = (id: string, rest: Partial<EditionInterpreter> = {}): EditionInterpreter => ({
  id,
  languages: ['ko', 'en'],
  busy: [],
  mostInARow: null,
  ...rest,
});

/** Two Korean firms wish to meet two English ones, whose languages they do not speak, in two slots. */
const hall: EditionFacts = {
  name: 'Hall B',
  slots: 2,
  dayStarts: [0],
  tables: ['t1', 't2', 't3'].map((id) => ({ id, free: [true, true] })),
  firms: [firm('a', ['ko']), firm('b', ['ko']), firm('c', ['en']), firm('d', ['en', 'fr']), firm('e', [])],
  interpreters: [interpreter('kim')],
  wished: [wish('a', 'c'), wish('b', 'd'), wish('a', 'd'), wish('c', 'e')],
  standing: [],
  pins: [],
  rules: { fairness: null, mostInARow: null, mustsAreMandatory: true },
};

function planned(facts: EditionFacts, options: Partial<PlanOptions> = {}): Plan {
  const instance = instanceOfEdition(facts);
  const answer = plan(instance, { seed: 1, iterations: 20_000, asManyAsPossible: true, ...options });
  if (answer.status !== 'plan') throw new Error(answer.sentence);
  expect(checkPlan(instance, answer.placements).violations).toEqual([]);
  return answer;
}

const termOf = ({ terms }: Plan, name: string) => terms.find((term) => term.name === name)!.value;

describe('a hall with interpreters', () => {
  it('holds as many meetings without a common language as they have slots, and says why the others are left out', () => {
    const answer = planned(hall);
    const interpreted = answer.placements.flatMap((one) => (one?.interpreter ? [one.slot] : []));
    expect(interpreted.sort()).toEqual([0, 1]);
    expect(answer.leftOut.map(({ code }) => code)).toEqual(['interpreters-short']);
    expect(answer.placements[3]).toMatchObject({ interpreter: null });
  });

  it('holds all with a second interpreter, and none of them with one who knows another language', () => {
    const two = planned({ ...hall, interpreters: [interpreter('kim'), interpreter('lee')] });
    expect(two.leftOut).toEqual([]);
    const strange = planned({ ...hall, interpreters: [interpreter('abe', { languages: ['ja', 'ko'] })] });
    expect(strange.leftOut.map(({ code }) => code)).toEqual(Array(3).fill('no-interpreter'));
  });

  it('keeps the hours of an interpreter, and lets them rest', () => {
    const closed = planned({ ...hall, interpreters: [interpreter('kim', { busy: [1] })] });
    expect(closed.placements.filter((one) => one?.interpreter).map((one) => one?.slot)).toEqual([0]);
    const tired = planned({ ...hall, interpreters: [interpreter('kim', { mostInARow: 1 })] });
    expect(tired.placements.filter((one) => one?.interpreter)).toHaveLength(1);
  });

  it('is planned as ever without interpreters, or where nobody needs one', () => {
    for (const facts of [
      { ...hall, interpreters: [] },
      { ...hall, firms: hall.firms.map(({ id }) => firm(id, ['en'])) },
    ]) {
      const instance = instanceOfEdition(facts);
      expect(instance.interpreters).toEqual([]);
      expect(instance.firms.flatMap(({ teams }) => teams[0]!.languages)).toEqual([]);
      expect(planned(facts).leftOut).toEqual([]);
    }
  });

  it('sends the team that somebody can interpret for', () => {
    const two = {
      ...firm('a', ['fi']),
      teams: [...firm('a', ['fi']).teams, { id: 'korean', busy: [], languages: ['ko'] }],
    };
    const facts = { ...hall, firms: [two, firm('c', ['en'])], wished: [wish('a', 'c')] };
    expect(instanceOfEdition(facts).meetings[0]?.firms[0]).toBe('korean');
  });

  it('never has an interpreter in two places, whatever the wishes', () => {
    const languages = fc.uniqueArray(fc.constantFrom('ko', 'en', 'fr', 'ja'), { maxLength: 2 });
    const anyHall = fc.record({
      firms: fc.array(languages, { minLength: 4, maxLength: 8 }),
      interpreters: fc.array(
        fc.record({
          languages: fc.uniqueArray(fc.constantFrom('ko', 'en', 'fr', 'ja'), { minLength: 2, maxLength: 3 }),
          busy: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
          mostInARow: fc.option(fc.integer({ min: 1, max: 2 })),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(anyHall, ({ firms, interpreters }) => {
        const ids = firms.map((_, n) => `f${n}`);
        planned(
          {
            ...hall,
            slots: 4,
            tables: hall.tables.map(({ id }) => ({ id, free: [true, true, true, true] })),
            firms: firms.map((spoken, n) => firm(`f${n}`, spoken)),
            interpreters: interpreters.map((one, n) => ({ id: `i${n}`, ...one })),
            wished: ids.flatMap((a, n) => ids.slice(n + 1).map((b) => wish(a, b))),
          },
          { iterations: 4_000 },
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a repair of a hall with interpreters', () => {
  const stand = (id: string, a: string, b: string, slot: number, by: string | null, agreed = false) => ({
    id,
    a,
    b,
    slot,
    teams: [`${a}-team`, `${b}-team`] as const,
    interpreter: by,
    agreed,
  });
  const at = (slot: number, table: number, a: string, b: string, by: string | null): Placement => ({
    slot,
    place: hallTables,
    table,
    teams: [`${a}-team`, `${b}-team`],
    interpreter: by,
  });
  const both = [interpreter('kim'), interpreter('lee')];
  const facts: EditionFacts = {
    ...hall,
    interpreters: both,
    wished: [],
    standing: [stand('1', 'a', 'c', 0, 'lee'), stand('2', 'b', 'd', 0, 'kim')],
  };
  const start = [at(0, 0, 'a', 'c', 'lee'), at(0, 1, 'b', 'd', 'kim')];
  const repaired = (given: EditionFacts, from: readonly (Placement | null)[] = start) =>
    planned(given, { start: from, stay: 4 });

  it('leaves every meeting its interpreter when nothing has happened to them', () => {
    const { placements } = repaired(facts);
    expect(placements.map((one) => [one?.slot, one?.interpreter])).toEqual([
      [0, 'lee'],
      [0, 'kim'],
    ]);
  });

  it('gives a meeting another interpreter where it stands, before it moves it', () => {
    const three = [interpreter('kim'), interpreter('lee', { busy: [0, 1] }), interpreter('park')];
    const { placements } = repaired({ ...facts, interpreters: three });
    expect(placements.map((one) => [one?.slot, one?.interpreter])).toEqual([
      [0, 'park'],
      [0, 'kim'],
    ]);
  });

  it('moves one of two meetings whose interpreter falls out, when another is free later', () => {
    const answer = repaired({
      ...facts,
      interpreters: [interpreter('kim'), interpreter('lee', { busy: [0, 1] })],
    });
    expect(answer.placements.map((one) => one?.interpreter)).toEqual(['kim', 'kim']);
    expect(termOf(answer, 'moved')).toBe(1);
  });

  it('holds a meeting without one when nobody is left, rather than to drop it', () => {
    const answer = repaired({ ...facts, interpreters: [interpreter('kim', { busy: [0, 1] })] });
    expect(answer.leftOut).toEqual([]);
    expect(termOf(answer, 'moved')).toBe(0);
    expect(termOf(answer, 'uninterpreted')).toBe(2);
  });

  it('finds one for a meeting that stands without, where it stands and not elsewhere', () => {
    const none = [stand('1', 'a', 'c', 0, null), stand('2', 'b', 'd', 0, 'kim')];
    const from = [at(0, 0, 'a', 'c', null), at(0, 1, 'b', 'd', 'kim')];
    const found = repaired({ ...facts, standing: none }, from);
    expect(found.placements.map((one) => one?.interpreter)).toEqual(['lee', 'kim']);
    const kim = repaired({ ...facts, standing: none, interpreters: [interpreter('kim')] }, from);
    expect(kim.placements.map((one) => [one?.slot, one?.interpreter])).toEqual([
      [0, null],
      [0, 'kim'],
    ]);
  });
});
