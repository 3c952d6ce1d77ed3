import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesAmong, differenceOf, holdsRemovals } from './difference.ts';

interface Item {
  readonly key: string;
  readonly text: string;
  readonly list: readonly string[];
}

const compare = (current: readonly Item[], incoming: readonly Item[]) =>
  differenceOf(current, incoming, {
    currentKey: ({ key }) => key,
    incomingKey: ({ key }) => key,
    fieldsChanged: (before, after) => changesAmong(['text', 'list'], before, after),
  });

const item: fc.Arbitrary<Item> = fc.record({
  key: fc.constantFrom(...'abcdefgh'),
  text: fc.constantFrom('x', 'y'),
  list: fc.subarray(['1', '2']),
});
const list = fc.uniqueArray(item, { selector: ({ key }) => key });

describe('the difference of an import', () => {
  it('turns the old list into the new one when it is applied', () => {
    fc.assert(
      fc.property(list, list, (current, incoming) => {
        const { added, changed, removed, unchanged } = compare(current, incoming);
        const applied = current
          .filter((old) => !removed.includes(old))
          .map((old) => changed.find(({ before }) => before === old)?.after ?? old)
          .concat(added);
        const byKey = (a: Item, b: Item) => (a.key < b.key ? -1 : 1);
        expect(applied.sort(byKey)).toEqual([...incoming].sort(byKey));
        expect(added.length + changed.length + unchanged).toBe(incoming.length);
      }),
    );
  });

  it('is empty against the same list in any order', () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(compare(items, [...items].reverse())).toEqual({
          added: [],
          changed: [],
          removed: [],
          unchanged: items.length,
          duplicates: [],
          held: false,
        });
      }),
    );
  });

  it('lists each changed field as it is and as it would be', () => {
    const before = { key: 'a', text: 'x', list: ['1'] };
    const after = { key: 'a', text: 'y', list: ['1'] };
    expect(compare([before], [after]).changed).toEqual([
      { before, after, fields: [{ field: 'text', from: 'x', to: 'y' }] },
    ]);
  });

  it('takes the first of two items with one key, and names the other', () => {
    const first = { key: 'a', text: 'x', list: [] };
    const second = { key: 'a', text: 'y', list: [] };
    expect(compare([], [first, second])).toMatchObject({ added: [first], duplicates: [second] });
  });
});

describe('removals', () => {
  it.each([
    [0, 0, false],
    [1, 20, false],
    [2, 39, true],
    [2, 40, false],
    [20, 1000, false],
    [21, 1000, true],
    [1, 3, true],
  ])('%i of %i are held: %s', (removed, current, held) => {
    expect(holdsRemovals(removed, current)).toBe(held);
  });
});
