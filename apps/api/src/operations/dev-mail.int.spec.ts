import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { askForCode } from '@forum/contract/identity/sign-in';
import { eventually } from '../testing/eventually.ts';
import { startTestForum, type TestForum } from '../testing/test-forum.ts';

let forum: TestForum;
beforeAll(async () => {
  forum = await startTestForum({ baseUrl: 'http://localhost:3000' });
});
afterAll(() => forum.stop());

it('mails are read as people write them, with links that can be followed, in any language', async () => {
  const mail = 'kim@example.kr';
  await forum.visitor().call(askForCode, { body: { mail, language: 'ko' } });
  const sent = await forum.database.row<{ subject: string; body: string }>(
    'select subject, body from mail where recipient = $1',
    [mail],
  );
  const page = await eventually(
    async () => (await fetch(`${forum.url}/dev/mail`)).text(),
    (html) => html.includes(mail),
  );
  expect(page).toContain(sent!.subject);
  const [link] = /https?:\/\/\S+/.exec(sent!.body)!;
  expect(page).toContain(`<a href="${link}">`);
  expect(page).toContain('코드를 요청한 화면에 입력하십시오.');
});
