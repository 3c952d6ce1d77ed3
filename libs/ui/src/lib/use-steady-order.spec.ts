import { expect, it } from '@jest/globals';
import { keptOrder } from './use-steady-order.ts';

it('a list in use keeps its rows where they stand, and what comes stands last', () => {
  expect(keptOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']);
});
