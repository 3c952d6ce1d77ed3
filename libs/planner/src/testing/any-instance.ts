import * as fc from 'fast-check';
import type { PlanFirm, PlanInstance, PlanMeeting } from '../instance/instance.ts';
import { instanceOf, plainFirm, plainMeeting } from './planted-instance.ts';

/** Tiny plain instances, feasible or not, with closed slots, pins and orders. */
export const anyTinyInstance: fc.Arbitrary<PlanInstance> = fc
  .record({
    slots: fc.integer({ min: 2, max: 4 }),
    count: fc.integer({ min: 1, max: 2 }),
    pairs: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3)), {
      minLength: 1,
      maxLength: 6,
      selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    }),
    closed: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 4 }),
    pins: fc.array(fc.tuple(fc.nat(5), fc.nat(3)), { maxLength: 2 }),
    orders: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }),
  })
  .map(({ slots, count, pairs, closed, pins, orders }) => {
    const firms = [0, 1, 2, 3].map((firm) =>
      plainFirm(
        String(firm),
        closed.filter(([one, slot]) => one === firm && slot < slots).map(([, slot]) => slot),
      ),
    );
    const kept = pairs.filter(([a, b]) => a !== b);
    const meetings = kept.map(([a, b], row): PlanMeeting => {
      const pin = pins.find(([one, slot]) => one === row && slot < slots);
      const after = orders.filter(([first, then]) => then === row && first < kept.length && first !== then);
      return {
        ...plainMeeting(`m${row}`, [String(a), String(b)], pin ? pin[1] : null),
        after: [...new Set(after.map(([first]) => `m${first}`))],
      };
    });
    return instanceOf({ slots, count, firms, meetings });
  });

const languages = ['en', 'ko', 'fr'];

/** Instances with everything that the format knows: teams, interpreters, zones, walks, days, protocol, companies. */
export const anyRichInstance: fc.Arbitrary<PlanInstance> = fc
  .record({
    slots: fc.integer({ min: 4, max: 10 }),
    firms: fc.array(
      fc.record({
        company: fc.nat(4),
        closed: fc.array(fc.nat(9), { maxLength: 2 }),
        floor: fc.nat(2),
        preferred: fc.array(fc.nat(9), { maxLength: 3 }),
        teams: fc.array(
          fc.record({
            language: fc.constantFrom(...languages),
            capability: fc.constantFrom('radar', 'sonar'),
            closed: fc.array(fc.nat(9), { maxLength: 2 }),
            rank: fc.integer({ min: 1, max: 3 }),
            mostInARow: fc.option(fc.integer({ min: 1, max: 3 })),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      }),
      { minLength: 3, maxLength: 8 },
    ),
    meetings: fc.array(
      fc.record({
        a: fc.nat(7),
        b: fc.nat(7),
        optional: fc.boolean(),
        capability: fc.option(fc.constantFrom('radar', 'sonar'), { freq: 1 }),
        language: fc.option(fc.constantFrom(...languages), { freq: 1 }),
        place: fc.option(fc.constantFrom('east', 'west'), { freq: 1 }),
        protocol: fc.option(
          fc.record({ rankDifference: fc.nat(1), buffer: fc.nat(2), isHosted: fc.boolean() }),
          {
            freq: 1,
          },
        ),
        after: fc.option(fc.nat(20), { freq: 1 }),
      }),
      { minLength: 2, maxLength: 24 },
    ),
    mostInARow: fc.option(fc.integer({ min: 2, max: 4 })),
    walk: fc.nat(2),
    again: fc.boolean(),
    tables: fc.integer({ min: 1, max: 3 }),
    twoDays: fc.boolean(),
  })
  .map((drawn) => richInstance(drawn));

interface Drawn {
  readonly slots: number;
  readonly firms: readonly {
    company: number;
    closed: number[];
    floor: number;
    preferred: number[];
    teams: {
      language: string;
      capability: string;
      closed: number[];
      rank: number;
      mostInARow: number | null;
    }[];
  }[];
  readonly meetings: readonly {
    a: number;
    b: number;
    optional: boolean;
    capability: string | null;
    language: string | null;
    place: string | null;
    protocol: { rankDifference: number; buffer: number; isHosted: boolean } | null;
    after: number | null;
  }[];
  readonly mostInARow: number | null;
  readonly walk: number;
  readonly again: boolean;
  readonly tables: number;
  readonly twoDays: boolean;
}

function richInstance(drawn: Drawn): PlanInstance {
  const { slots } = drawn;
  const within = (list: readonly number[]) => [...new Set(list.filter((slot) => slot < slots))];
  const firms = drawn.firms.map((firm, index): PlanFirm => ({
    id: `f${index}`,
    company: `c${firm.company}`,
    forbidden: within(firm.closed),
    floor: firm.floor,
    preferred: within(firm.preferred),
    teams: firm.teams.map((team, n) => ({
      id: `t${n}`,
      capabilities: [team.capability],
      languages: [team.language],
      forbidden: within(team.closed),
      mostInARow: team.mostInARow,
      rank: team.rank,
      size: null,
    })),
  }));
  const meetings = drawn.meetings
    .filter(({ a, b }) => a !== b && a < firms.length && b < firms.length)
    .map((one, row): PlanMeeting => ({
      ...plainMeeting(`m${row}`, [`f${one.a}`, `f${one.b}`]),
      optional: one.optional,
      capability: one.capability,
      language: one.language,
      withoutInterpreter: one.optional && row % 2 === 0,
      tables: one.place === null ? null : [one.place],
      after: one.after !== null && one.after < row ? [`m${one.after}`] : [],
      protocol: one.protocol && {
        rankDifference: one.protocol.rankDifference,
        sizeDifference: null,
        host: one.protocol.isHosted ? `f${one.a}` : null,
        buffer: one.protocol.buffer,
      },
    }));
  const half = slots >> 1;
  const group = (id: string, host: string | null) => ({
    id,
    zone: id,
    count: Array<number>(slots).fill(drawn.tables),
    host,
  });
  return {
    ...instanceOf({ slots, count: 1, firms, meetings }),
    days: drawn.twoDays
      ? [
          { id: 'one', from: 0, to: half },
          { id: 'two', from: half, to: slots },
        ]
      : [{ id: 'all', from: 0, to: slots }],
    walks: [{ from: 'east', to: 'west', slots: drawn.walk }],
    tables: [group('east', null), group('west', null), group('stand', 'f0')],
    interpreters: [{ id: 'i0', languages: ['en', 'ko'], forbidden: [0], mostInARow: 2 }],
    rules: { fairness: null, mostInARow: drawn.mostInARow, ownCompany: false, again: drawn.again },
  };
}
