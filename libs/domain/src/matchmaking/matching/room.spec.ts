import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roomsFor } from './room.ts';
import { usualSettings } from './settings.ts';

const { suggestions } = usualSettings;
const rooms = (...free: (number | null)[]) => [...roomsFor(free, suggestions)];
const anyFree = fc.array(fc.nat(200), { minLength: 1, maxLength: 30 });

describe('the room of a firm', () => {
  it('follows its free slots, and is the usual where they are not known', () => {
    expect(rooms(0, 4, 20, 24)).toEqual([0, 4, 17, 20]);
    expect(rooms(null, null)).toEqual([10, 10]);
    expect(rooms(48, null, 48)).toEqual([10, 10, 10]);
  });

  it('is nothing exactly when nothing is left', () => {
    fc.assert(
      fc.property(anyFree, (free) => {
        expect(rooms(...free).map((room) => room === 0)).toEqual(free.map((slots) => slots === 0));
      }),
    );
  });

  it('is never smaller than that of a firm with less', () => {
    fc.assert(
      fc.property(anyFree, (free) => {
        const sorted = rooms(...[...free].sort((a, b) => a - b));
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      }),
    );
  });

  it('shrinks with each meeting that is agreed, and the others have no less for it', () => {
    fc.assert(
      fc.property(anyFree, fc.nat(), (free, at) => {
        const one = at % free.length;
        const after = rooms(...free.map((slots, place) => (place === one ? Math.max(0, slots - 1) : slots)));
        for (const [place, before] of rooms(...free).entries()) {
          if (place === one) expect(after[place]).toBeLessThanOrEqual(before);
          else expect(after[place]).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  it('is the usual for each at most, all together, and never more than the free slots allow', () => {
    fc.assert(
      fc.property(anyFree, (free) => {
        const found = rooms(...free);
        const sum = found.reduce((total, room) => total + room, 0);
        // Each is rounded up once.
        expect(sum).toBeLessThan((suggestions.usual + 1) * free.length + 1);
        for (const [place, room] of found.entries()) {
          expect(room).toBeLessThanOrEqual(Math.min(suggestions.most, Math.ceil(1.5 * (free[place] ?? 0))));
        }
      }),
    );
  });
});
