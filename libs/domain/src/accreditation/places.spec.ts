import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DelegateCategory } from '../people/delegate-category.ts';
import {
  type DelegationPlaces,
  freePlaces,
  promoteWaiting,
  queueOf,
  releasePlace,
  setPlaces,
  takePlace,
} from './places.ts';

const empty: DelegationPlaces = { places: { government: 2, media: 1 }, holders: [], waiting: [] };
const official = (delegateId: string) => ({ delegateId, category: 'government' as const });
const full = ['a', 'b', 'c', 'd'].reduce(
  (delegation, id) => takePlace(delegation, official(id)).delegation,
  empty,
);

const categories: DelegateCategory[] = ['government', 'media', 'industry'];
type Step =
  | { take: string; category: DelegateCategory }
  | { hold: string }
  | { release: string }
  | { places: number; category: DelegateCategory };
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const category = fc.constantFrom(...categories);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ take: id, category }) },
  { weight: 2, arbitrary: fc.record({ release: id }) },
  { weight: 1, arbitrary: fc.record({ hold: id }) },
  { weight: 1, arbitrary: fc.record({ places: fc.nat(3), category }) },
);
const play = (delegation: DelegationPlaces, move: Step): DelegationPlaces => {
  if ('take' in move)
    return takePlace(delegation, { delegateId: move.take, category: move.category }).delegation;
  if ('hold' in move) return holdBack(delegation, move.hold);
  if ('release' in move) return releasePlace(delegation, move.release).delegation;
  return setPlaces(delegation, move.category, move.places).delegation;
};

/** An officer puts whoever holds a place on the waiting list. */
function holdBack(delegation: DelegationPlaces, delegateId: string): DelegationPlaces {
  const entry = delegation.holders.find((holder) => holder.delegateId === delegateId);
  if (!entry) return delegation;
  const { delegation: left } = releasePlace(delegation, delegateId);
  return { ...left, waiting: [...left.waiting, { ...entry, heldBack: true }] };
}

describe('somebody whom an officer holds back', () => {
  const held = holdBack(full, 'a');
  const free = setPlaces(held, 'government', 5).delegation;

  it('keeps nobody from a free place', () => {
    expect(held.holders).toEqual([official('b'), official('c')]);
    expect(free.holders.map(({ delegateId }) => delegateId)).toEqual(['b', 'c', 'd']);
    expect(takePlace(free, official('e'))).toMatchObject({ position: 0 });
  });

  it('is given none unasked, however many there are', () => {
    for (const places of [3, 4, 5, 5, 9]) {
      const { delegation, promoted } = setPlaces(free, 'government', places);
      expect(promoted).toEqual([]);
      expect(delegation.waiting).toEqual([{ ...official('a'), heldBack: true }]);
    }
  });

  it('stands in no queue', () => {
    expect(queueOf(held, 'government')).toEqual([official('d')]);
    expect(takePlace(free, official('a'))).toEqual({ delegation: free, position: 1 });
  });
});

describe('a delegation of an edition in which nobody is vetted', () => {
  const closed = { ...full, closed: true };

  it('promotes nobody, whatever becomes free', () => {
    expect(setPlaces(closed, 'government', 9).promoted).toEqual([]);
    expect(releasePlace(closed, 'a').promoted).toEqual([]);
  });

  it('gives its free places once people are vetted again', () => {
    const { delegation } = setPlaces(closed, 'government', 3);
    expect(promoteWaiting({ ...delegation, closed: false }).promoted).toEqual(['c']);
  });
});

describe('a full delegation', () => {
  it('lets delegates wait, in order', () => {
    expect(full.holders).toEqual([official('a'), official('b')]);
    expect(full.waiting).toEqual([official('c'), official('d')]);
    expect(takePlace(full, official('e')).position).toBe(3);
  });

  it('promotes the next when somebody withdraws', () => {
    const { delegation, promoted } = releasePlace(full, 'a');
    expect(promoted).toEqual(['c']);
    expect(delegation.holders).toEqual([official('b'), official('c')]);
  });

  it('promotes nobody when somebody leaves the waiting list, or is not in it', () => {
    expect(releasePlace(full, 'c').promoted).toEqual([]);
    expect(releasePlace(full, 'z')).toEqual({ delegation: full, promoted: [] });
  });

  it('gives more places to those who wait', () => {
    expect(setPlaces(full, 'government', 4).promoted).toEqual(['c', 'd']);
  });

  it('keeps the people when its places are cut, and admits nobody until enough have gone', () => {
    const cut = setPlaces(full, 'government', 1);
    expect(cut.promoted).toEqual([]);
    expect(cut.delegation.holders).toEqual(full.holders);
    expect(freePlaces(cut.delegation, 'government')).toBe(-1);
    const one = releasePlace(cut.delegation, 'a');
    expect(one.promoted).toEqual([]);
    expect(releasePlace(one.delegation, 'b').promoted).toEqual(['c']);
  });

  it('tells the same again to who asks twice', () => {
    expect(takePlace(full, official('a'))).toEqual({ delegation: full, position: 0 });
    expect(takePlace(full, official('d'))).toEqual({ delegation: full, position: 2 });
  });

  it('still has places of other categories', () => {
    expect(takePlace(full, { delegateId: 'm', category: 'media' }).position).toBe(0);
    expect(freePlaces(full, 'media')).toBe(1);
    expect(freePlaces(full, 'industry')).toBe(0);
  });
});

describe('every delegation', () => {
  it('never gives a place twice, nor more than there are', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (moves) => {
        let delegation = empty;
        for (const move of moves) {
          const before = delegation;
          delegation = play(before, move);
          const ids = [...delegation.holders, ...delegation.waiting].map(({ delegateId }) => delegateId);
          expect(new Set(ids).size).toBe(ids.length);
          const admitted = delegation.holders.filter((entry) => !before.holders.includes(entry));
          for (const entry of admitted) {
            expect(freePlaces(delegation, entry.category)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('lets nobody wait while a place is free', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (moves) => {
        const delegation = moves.reduce(play, empty);
        for (const category of categories.filter((one) => queueOf(delegation, one).length > 0)) {
          expect(freePlaces(delegation, category)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('promotes in order of arrival', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), id, (moves, leaver) => {
        const delegation = moves.reduce(play, empty);
        const { promoted } = releasePlace(delegation, leaver);
        for (const wanted of categories) {
          const queue = delegation.waiting.filter(
            (entry) => entry.category === wanted && entry.delegateId !== leaver && !entry.heldBack,
          );
          const chosen = queue.filter(({ delegateId }) => promoted.includes(delegateId));
          expect(chosen).toEqual(queue.slice(0, chosen.length));
        }
      }),
    );
  });
});
