import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@forum/domain/errors';
import { requireVersion } from './require-version.ts';

const refusalOf = (seen: number): DomainError | null => {
  try {
    requireVersion({ thing: 'The hall', current: 3, seen, details: { hall: 'one' } });
    return null;
  } catch (error) {
    return error as DomainError;
  }
};

describe('a thing at version 3', () => {
  it('may be written by a person who has seen version 3', () => {
    expect(refusalOf(3)).toBeNull();
  });

  it.each([2, 4])('refuses a write that has seen version %i, and names the current one', (seen) => {
    expect(refusalOf(seen)).toMatchObject({
      code: 'version.stale',
      details: { hall: 'one', current: 3 },
      message: `The hall is at version 3, and you have seen ${seen}. Look at it again, then decide.`,
    });
  });
});
