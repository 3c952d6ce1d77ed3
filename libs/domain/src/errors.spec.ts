import { describe, expect, it } from '@jest/globals';
import { problemOf } from './errors-status.ts';
import { DomainError, errorCodes } from './errors.ts';

describe('a refusal', () => {
  it('carries its code, its data and a message', () => {
    const error = new DomainError(
      'version.stale',
      { current: 4 },
      'Version 3 is stale; read version 4 first.',
    );
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code, error.details, error.message]).toEqual([
      'DomainError',
      'version.stale',
      { current: 4 },
      'Version 3 is stale; read version 4 first.',
    ]);
  });

  it('has a status of its own making and a title, whatever the code', () => {
    expect(Object.keys(problemOf).sort()).toEqual([...errorCodes].sort());
    for (const { status, title } of Object.values(problemOf)) {
      expect(status === 503 || (status >= 400 && status < 500)).toBe(true);
      expect(title).not.toBe('');
    }
  });
});
