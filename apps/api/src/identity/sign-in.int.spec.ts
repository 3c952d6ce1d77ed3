import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endSession, listSessions, whoAmI } from '@forum/contract/identity/me';
import { askForCode, signInByCode, signInByLink } from '@forum/contract/identity/sign-in';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
beforeAll(async () => {
  forum = await startTestForum();
});
afterAll(() => forum.stop());

const newestMail = async (to: string) =>
  (await forum.database.row<{ subject: string; body: string }>(
    'select subject, body from mail where recipient = $1 order by id desc',
    [to],
  ))!;

const codeFor = async (mail: string) => {
  const visitor = forum.visitor();
  const asked = await visitor.call(askForCode, { body: { mail } });
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await newestMail(mail)).subject)![0];
  return { visitor, challenge: asked.body.challenge, code };
};

describe('a sign-in code', () => {
  it('signs in once, typed in any case, and sets a cookie that scripts cannot read', async () => {
    const { visitor, challenge, code } = await codeFor('kim@example.kr');
    const answer = await visitor.call(signInByCode, { body: { challenge, code: code.toLowerCase() } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^forum=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
    const again = await visitor.call(signInByCode, { body: { challenge, code } });
    expect(again.problem.code).toBe('auth.code_expired');
  });

  it('bears five wrong tries and then not even the right one', async () => {
    const { visitor, challenge, code } = await codeFor('lee@example.kr');
    for (let i = 0; i < 5; i++) {
      const wrong = await visitor.call(signInByCode, { body: { challenge, code: '00000000' } });
      expect(wrong.problem.code).toBe('auth.code_invalid');
    }
    expect((await visitor.call(signInByCode, { body: { challenge, code } })).problem.code).toBe(
      'auth.code_expired',
    );
  });
});

describe('a mailed link', () => {
  it('is consumed by the button’s POST alone, once', async () => {
    const { visitor } = await codeFor('park@example.kr');
    const secret = /#([\w-]{43})/.exec((await newestMail('park@example.kr')).body)![1]!;
    await fetch(`${forum.url}/sign-in/link`, { method: 'HEAD' });
    await fetch(`${forum.url}/sign-in/link`);
    expect((await visitor.call(signInByLink, { body: { secret } })).status).toBe(200);
    expect((await visitor.call(signInByLink, { body: { secret } })).problem.code).toBe('auth.code_expired');
  });
});

describe('a signed-in person', () => {
  it('lists and ends their sessions; an ended one is nobody', async () => {
    const phone = await forum.signIn('choi@example.kr', { name: '최민수' });
    const desk = await forum.signIn('choi@example.kr');
    const sessions = (await desk.call(listSessions)).body;
    expect(sessions).toHaveLength(2);
    const other = sessions.find((session) => !session.current)!;
    await desk.call(endSession, { params: { session: other.id } });
    expect((await phone.call(whoAmI)).body).toBeNull();
    expect((await desk.call(whoAmI)).body?.name).toBe('최민수');
  });

  it('cannot end a session of somebody else', async () => {
    const mine = await forum.signIn('jung@example.kr');
    const theirs = await forum.signIn('han@example.kr');
    const [session] = (await theirs.call(listSessions)).body;
    expect((await mine.call(endSession, { params: { session: session!.id } })).status).toBe(404);
  });

  it('is refused when another site’s page sends the request', async () => {
    const person = await forum.signIn('yoon@example.kr');
    const answer = await person.call(endSession, {
      params: { session: 'current' },
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.problem.code).toBe('auth.origin');
  });
});
