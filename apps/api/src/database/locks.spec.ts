import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { locks, sessionLocks } from './locks.ts';

describe('the registry of advisory locks', () => {
  it('gives each lock a number of its own', () => {
    const numbers = [...Object.values(locks), ...Object.values(sessionLocks)];
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('is where locks by a key are asked of PostgreSQL, but for reservations', () => {
    const root = new URL('..', import.meta.url);
    const asking = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.spec\.ts$|testing/.test(name))
      .filter((name) => /hashtextextended\(/.test(readFileSync(new URL(name, root), 'utf8')));
    // Reservations lock many keys in one statement, by the numbers of the registry.
    expect(asking.sort()).toEqual(['database/locks.ts', 'reservations/reservations.service.ts']);
  });
});
