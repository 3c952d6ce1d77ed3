import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { requireKnownSecret } from './known-secret.repository.ts';

let forum: TestForum;
beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

describe('the secret of a forum', () => {
  it('is the one that it began with; another is refused, and the refusal says where it came from', async () => {
    await requireKnownSecret(forum.database, 'the first', 'SECRET');
    await requireKnownSecret(forum.database, 'the first', 'SECRET');
    await expect(requireKnownSecret(forum.database, 'another', 'var/secret')).rejects.toThrow(
      'The secret of this node (var/secret) is not the one',
    );
  });
});
