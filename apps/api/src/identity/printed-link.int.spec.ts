import { afterEach, describe, expect, it } from '@jest/globals';
import { signInByLink } from '@forum/contract/identity/sign-in';
import type { Config } from '../config.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';
import { SignInService } from './sign-in.service.ts';
import { Viewers } from './viewers.ts';

const running: TestForum[] = [];
afterEach(async () => {
  for (const forum of running.splice(0)) await forum.stop();
});

/** When the session that a printed link opens has last shown a second factor, in a forum of this configuration. */
async function factorAfterPrintedLink(config: Partial<Config>, databaseUrl?: string) {
  const forum = await startTestForum({ ...config, ...(databaseUrl ? { databaseUrl } : {}) });
  running.push(forum);
  const link = await forum.app.get(SignInService).linkFor('secretariat@demo.example', 1);
  const answer = await forum.visitor().call(signInByLink, { body: { secret: new URL(link).hash.slice(1) } });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  const { person, factorAt } = await forum.app.get(Viewers).of(cookie, null);
  return { forum, cookie, mail: person?.mail, factorAt };
}

describe('a sign-in link that the terminal printed', () => {
  it('counts as both factors in the demonstration on loopback, and no more once that is a real forum', async () => {
    const demo = await factorAfterPrintedLink({ demo: true, baseUrl: 'http://localhost:3000' });
    expect(demo).toMatchObject({ mail: 'secretariat@demo.example', factorAt: Infinity });
    const real = await startTestForum({
      demo: false,
      baseUrl: 'http://localhost:3000',
      databaseUrl: demo.forum.databaseUrl,
    });
    running.unshift(real);
    expect(await real.app.get(Viewers).of(demo.cookie, null)).toMatchObject({
      person: { mail: 'secretariat@demo.example' },
      factorAt: null,
    });
  });

  it('counts as one in a real forum, and in a demonstration that others reach', async () => {
    const real = await factorAfterPrintedLink({ demo: false, baseUrl: 'http://localhost:3000' });
    const open = await factorAfterPrintedLink({ demo: true, baseUrl: 'http://forum.test' });
    expect([real.factorAt, open.factorAt]).toEqual([null, null]);
  });
});
