import { describe, expect, it } from '@jest/globals';
import type { Change } from '@forum/contract/live/changes';
import { readRestricted, readSession } from '@forum/contract/programme/programme';
import { readSessionPeople as people } from '@forum/contract/programme/session-people';
import { routes } from '@forum/contract/routes';
import { concernedBy } from './concerned.ts';

const change = (type: Change['type']): Change => ({
  type,
  stream: 'public',
  number: 7,
  entity: 'f00',
  version: 2,
  at: '2026-11-30T09:00:00Z',
});

describe('a session that was removed, or narrowed past its reader', () => {
  it('is asked for again by an open page of it, which then reads that it is gone', () => {
    expect(concernedBy(change('session.removed'))).toEqual(
      expect.arrayContaining([readRestricted.path, readSession.path, people.path]),
    );
  });
});

describe('a programme that was replaced', () => {
  it('is asked for again by whatever shows a session, a room or a speaker', () => {
    const shown = [...routes].flatMap(([name, { method, path }]) =>
      /^(programme|sessionPeople)\./.test(name) && method === 'GET' ? [path] : [],
    );
    expect(shown.length).toBeGreaterThan(5);
    expect([...concernedBy(change('programme.replaced'))].sort()).toEqual(shown.sort());
  });
});

describe('rights that changed', () => {
  it('concern everything that was read', () => {
    expect(concernedBy(change('rights.changed'))).toBe('everything');
  });
});
