import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { locks, sessionLocks } from './locks.ts';

describe('the registry of advisory locks', () => {
  it('gives each lock a number of its own', () => {
    const numbers = [...Object.values(locks), ...Object.values(sessionLocks)];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is the only place that asks PostgreSQL for a lock by a key', () => {
    const root = new URL('..', import.meta.url);
    const asking = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.spec\.ts$|testing/.test(name))
      // Reservations lock many keys in one statement, by the numbers of the registry.
      .filter((name) => !/^(reservations|meetings)\//.test(name))
      .filter((name) => /hashtextextended\(/.test(readFileSync(new URL(name, root), 'utf8')));
    expect(asking.sort()).toEqual(['database/locks.ts']);
  });
});
