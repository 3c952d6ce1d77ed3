import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tableOf } from './table-of.ts';

const table = fc.record({ id: fc.uuid() }).map(({ id }) => ({ id, label: 'T', capacity: 4, x: 0, y: 0 }));

describe('the table that is chosen', () => {
  it('stands in the hall that is chosen, whatever was chosen in another', () => {
    fc.assert(
      fc.property(
        fc.array(table, { minLength: 1 }),
        fc.array(table, { minLength: 1 }),
        fc.nat(),
        (one, other, at) => {
          const chosen = one[at % one.length]!.id;
          expect(tableOf({ tables: one }, chosen)).toBe(chosen);
          expect(other.map(({ id }) => id)).toContain(tableOf({ tables: other }, chosen));
        },
      ),
    );
    expect(tableOf({ tables: [] }, 'x')).toBe('');
    expect(tableOf(undefined, 'x')).toBe('');
  });
});
