import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchStep } from './search-keys.ts';

const count = fc.nat(20);
const active = fc.nat(30);

describe('Enter in a search field', () => {
  it('chooses the first hit, or the one that the arrows marked', () => {
    expect(searchStep('Enter', 0, 3, false)).toEqual({ active: 0, chosen: 0, isSpent: true });
    const { active: second } = searchStep('ArrowDown', 0, 3, false);
    expect(searchStep('Enter', second, 3, false).chosen).toBe(1);
  });

  it('is spent whatever was found, so that no form is sent', () => {
    fc.assert(
      fc.property(active, count, (marked, hits) => {
        const step = searchStep('Enter', marked, hits, false);
        expect(step.isSpent).toBe(true);
        expect(step.chosen === null).toBe(hits === 0);
        if (step.chosen !== null) expect(step.chosen).toBeLessThan(hits);
      }),
    );
  });

  it('chooses nothing while it ends a syllable of an input method', () => {
    expect(searchStep('Enter', 0, 3, true)).toEqual({ active: 0, chosen: null, isSpent: false });
  });
});

describe('the arrows in a search field', () => {
  it('go round the hits and never leave them', () => {
    const keys = fc.array(fc.constantFrom('ArrowDown', 'ArrowUp'));
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 20 }), (pressed, hits) => {
        const last = pressed.reduce((at, key) => searchStep(key, at, hits, false).active, 0);
        expect(last).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(hits);
      }),
    );
    expect(searchStep('ArrowUp', 0, 3, false).active).toBe(2);
    expect(searchStep('ArrowDown', 2, 3, false).active).toBe(0);
  });
});

describe('a search field of either app', () => {
  it('is one of the shared ones, which hold Enter back', () => {
    const sources = ['apps/attendee/src', 'apps/secretariat/src', 'libs/ui/src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
    );
    const withSearch = sources.filter(
      (file) => file.endsWith('.tsx') && readFileSync(file, 'utf8').includes('type="search"'),
    );
    expect(withSearch.sort()).toEqual(['libs/ui/src/forms/field.tsx', 'libs/ui/src/forms/search-choice.tsx']);
    for (const file of withSearch) expect(readFileSync(file, 'utf8')).toContain('searchStep(');
  });
});
