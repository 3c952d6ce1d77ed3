import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nextReload, type Reloads } from './next-reload.ts';
import { LostPart, partOf } from './lost-part.ts';

describe('an app that misses a part', () => {
  it('is loaded again at once the first time, and later each time in a row', () => {
    let before: Reloads | null = null;
    const waited = Array.from({ length: 6 }, () => {
      const { pause, after } = nextReload(before, (before?.at ?? 0) + 1_000);
      before = after;
      return pause;
    });
    expect(waited).toEqual([0, 5_000, 30_000, 120_000, 120_000, 120_000]);
  });

  it('is never loaded more than five times in two minutes, however often it fails', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 }), (gaps) => {
        let before: Reloads | null = null;
        let now = 0;
        const reloads: number[] = [];
        for (const gap of gaps) {
          const { pause, after }: ReturnType<typeof nextReload> = nextReload(before, now + gap);
          now += gap + pause;
          before = { ...after, at: now };
          reloads.push(now);
        }
        for (const at of reloads)
          expect(reloads.filter((other) => other >= at && other < at + 120_000).length).toBeLessThanOrEqual(
            5,
          );
      }),
    );
  });

  it('begins anew once it has worked for ten minutes', () => {
    expect(nextReload({ count: 9, at: 0 }, 600_000).pause).toBe(0);
    expect(nextReload({ count: 9, at: 0 }, 599_999).pause).toBe(120_000);
  });
});

describe('a part that cannot be loaded', () => {
  it('is a lost part, whatever the browser says of it', async () => {
    const said = new TypeError('Failed to fetch dynamically imported module');
    await expect(partOf(() => Promise.reject(said))()).rejects.toMatchObject({ cause: said });
    await expect(partOf(() => Promise.reject(said))()).rejects.toBeInstanceOf(LostPart);
    await expect(partOf(() => Promise.resolve('screen'))()).resolves.toBe('screen');
  });
});
