import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFactors } from '@forum/contract/identity/factors/factors';
import {
  addPasskey,
  beginPasskey,
  beginPasskeyProof,
  beginPasskeySignIn,
  proveByPasskey,
  removePasskey,
  signInByPasskey,
} from '@forum/contract/identity/factors/passkeys';
import { whoAmI } from '@forum/contract/identity/me';
import { Config } from '../../config.ts';
import { Viewers } from '../viewers.ts';
import { newChallenge } from './passkey-challenge.ts';
import { passkeysOfOtherHosts } from './passkeys-of-other-hosts.repository.ts';
import { SoftwareAuthenticator } from '../../testing/software-authenticator.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../../testing/test-forum.ts';

const origin = 'https://forum.test';
const elsewhere = 'https://forum-test.evil.example';

let forum: TestForum;
let named = 0;
beforeAll(async () => {
  forum = await startTestForum({ baseUrl: origin });
});
afterAll(() => forum.stop());

/** The cookie of this session alone, as a forum behind TLS names it. */
const withHost = (browser: TestBrowser): TestBrowser => ({
  ...forum.browserWith(`__Host-${browser.cookie}`),
  personId: browser.personId,
});

const signedIn = async (mail: string, factor?: Date | null) =>
  withHost(await forum.signIn(mail, factor === undefined ? {} : { factor }));

const added = (browser: TestBrowser, credential: ReturnType<SoftwareAuthenticator['create']>) =>
  browser.call(addPasskey, { body: { credential } });

/** Somebody who has a passkey, signed in by mail alone in `browser`, and with the factor shown in `known`. */
async function owner() {
  const mail = `owner-${named++}@firm.example`;
  const known = await signedIn(mail);
  const authenticator = new SoftwareAuthenticator(origin);
  const answer = await added(known, authenticator.create((await known.call(beginPasskey)).body));
  expect(answer).toMatchObject({ status: 200, body: { recoveryCodes: expect.any(Array) } });
  return { mail, known, authenticator, browser: await signedIn(mail, null) };
}

const askedToProve = async (browser: TestBrowser) => (await browser.call(beginPasskeyProof)).body;
const prove = (browser: TestBrowser, credential: ReturnType<SoftwareAuthenticator['get']>) =>
  browser.call(proveByPasskey, { body: { credential } });
const isShown = async (browser: TestBrowser) => {
  forum.app.get(Viewers).forget();
  return (await browser.call(whoAmI)).body?.secondFactor.shown;
};
const refused = { status: 400, problem: { code: 'auth.factor_invalid' } };

describe('a new passkey', () => {
  it('is kept once, and its challenge is used by that', async () => {
    const { known } = await owner();
    const options = (await known.call(beginPasskey)).body;
    expect(await added(known, new SoftwareAuthenticator(origin).create(options))).toMatchObject({
      status: 200,
    });
    expect(await added(known, new SoftwareAuthenticator(origin).create(options))).toMatchObject(refused);
    expect((await known.call(readFactors)).body.passkeys).toHaveLength(2);
  });

  it.each([
    ['at another origin', { origin: elsewhere }],
    ['for another host', { rpId: 'forum-test.evil.example' }],
    ['on a device that its owner did not unlock', { verified: false }],
  ])('is refused when it was made %s', async (_, otherwise) => {
    const { known } = await owner();
    const options = (await known.call(beginPasskey)).body;
    const credential = new SoftwareAuthenticator(origin).create(options, otherwise);
    expect(await added(known, credential)).toMatchObject(refused);
    expect((await known.call(readFactors)).body.passkeys).toHaveLength(1);
  });

  it('is refused with the challenge of another session, or with one made for a proof', async () => {
    const { known, mail } = await owner();
    const { known: other } = await owner();
    const ofAnother = [other, await signedIn(mail)].map((browser) => browser.call(beginPasskey));
    const options = [...(await Promise.all(ofAnother)).map(({ body }) => body), await askedToProve(known)];
    for (const one of options)
      expect(await added(known, new SoftwareAuthenticator(origin).create(one))).toMatchObject(refused);
  });

  it('is refused to who may not enrol, and as a passkey that somebody has', async () => {
    const { known, authenticator } = await owner();
    const byMail = await signedIn('only-mail@firm.example', null);
    expect((await byMail.call(beginPasskey)).problem.code).toBe('auth.enrolment_required');
    const { known: other } = await owner();
    const again = authenticator.create((await other.call(beginPasskey)).body);
    expect(await added(other, again)).toMatchObject(refused);
    expect((await known.call(readFactors)).body.passkeys).toHaveLength(1);
  });
});

describe('a passkey that is shown', () => {
  it('shows the second factor in this session, which gets a new secret', async () => {
    const { browser, authenticator } = await owner();
    const options = await askedToProve(browser);
    expect(options['allowCredentials']).toMatchObject([{ id: authenticator.id.toString('base64url') }]);
    const proved = await prove(browser, authenticator.get(options));
    expect(proved.status).toBe(200);
    const next = proved.headers.get('set-cookie')!.split(';')[0]!;
    expect(next).not.toBe(browser.cookie);
    expect(await isShown(forum.browserWith(next))).toBe(true);
  });

  it.each([
    ['at another origin', { origin: elsewhere }],
    ['for another host', { rpId: 'forum-test.evil.example' }],
    ['on a device that its owner did not unlock', { verified: false }],
  ])('is refused when it was used %s', async (_, otherwise) => {
    const { browser, authenticator } = await owner();
    const credential = authenticator.get(await askedToProve(browser), otherwise);
    expect(await prove(browser, credential)).toMatchObject(refused);
    expect(await isShown(browser)).toBe(false);
  });

  it('is refused the second time with the same challenge, also by two at the same moment', async () => {
    const { known, authenticator } = await owner();
    const options = await askedToProve(known);
    const first = authenticator.get(options);
    expect((await prove(known, first)).status).toBe(200);
    expect(await prove(known, first)).toMatchObject(refused);
    expect(await prove(known, authenticator.get(options))).toMatchObject(refused);

    const next = await askedToProve(known);
    const race = [authenticator.get(next), authenticator.get(next), authenticator.get(next)];
    const answers = await Promise.all(race.map((credential) => prove(known, credential)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is refused when its counter goes back or stands still, as that of a copied key does', async () => {
    const { known, authenticator } = await owner();
    const at = async (counter: number) =>
      prove(known, authenticator.get(await askedToProve(known), { counter }));
    expect((await at(10)).status).toBe(200);
    expect(await at(9)).toMatchObject(refused);
    expect(await at(10)).toMatchObject(refused);
    expect((await at(11)).status).toBe(200);
  });

  it('is refused with the challenge of another session, of another person or of a sign-in', async () => {
    const { known, browser, authenticator } = await owner();
    const { known: other } = await owner();
    for (const options of [
      await askedToProve(known),
      await askedToProve(other),
      (await forum.visitor().call(beginPasskeySignIn)).body,
    ])
      expect(await prove(browser, authenticator.get(options))).toMatchObject(refused);
    expect(await isShown(browser)).toBe(false);
  });

  it('is refused when it belongs to somebody else, or to nobody', async () => {
    const { browser } = await owner();
    const { authenticator: ofOther } = await owner();
    expect(await prove(browser, ofOther.get(await askedToProve(browser)))).toMatchObject(refused);
    const unknown = new SoftwareAuthenticator(origin);
    expect(await prove(browser, unknown.get(await askedToProve(browser)))).toMatchObject(refused);
    expect(await isShown(browser)).toBe(false);
  });

  it('is refused with a challenge whose end was moved, or is past', async () => {
    const { browser, authenticator } = await owner();
    const { challenge } = await askedToProve(browser);
    const bytes = Buffer.from(challenge as string, 'base64url');
    bytes.writeBigUInt64BE(bytes.readBigUInt64BE() + 1n);
    const later = authenticator.get({ challenge: bytes.toString('base64url') });
    expect(await prove(browser, later)).toMatchObject(refused);

    const { sessionId } = (await forum.database.row<{ sessionId: string }>(
      'select id as "sessionId" from sign_in_session where person_id = $1 and factor_at is null',
      [browser.personId],
    ))!;
    const { secret } = forum.app.get(Config);
    const askedAt = (ago: number) =>
      Buffer.from(newChallenge(secret, `proof ${sessionId}`, Date.now() - ago)).toString('base64url');
    const past = authenticator.get({ challenge: askedAt(5 * 60_000 + 1) });
    expect(await prove(browser, past)).toMatchObject(refused);
    expect((await prove(browser, authenticator.get({ challenge: askedAt(0) }))).status).toBe(200);
  });
});

describe('signing in by a passkey', () => {
  const begin = async () => (await forum.visitor().call(beginPasskeySignIn)).body;
  const enter = (credential: ReturnType<SoftwareAuthenticator['get']>) =>
    forum.visitor().call(signInByPasskey, { body: { credential } });

  it('opens a session that has shown both factors, once', async () => {
    const { mail, authenticator } = await owner();
    const credential = authenticator.get(await begin());
    const entered = await enter(credential);
    expect(entered.status).toBe(200);
    const session = forum.browserWith(entered.headers.getSetCookie()[0]!.split(';')[0]!);
    expect((await session.call(whoAmI)).body).toMatchObject({ mail, secondFactor: { shown: true } });
    expect(await enter(credential)).toMatchObject(refused);
  });

  it('is refused at another origin, with a counter that goes back, and with the challenge of a proof', async () => {
    const { known, authenticator } = await owner();
    expect(await enter(authenticator.get(await begin(), { origin: elsewhere }))).toMatchObject(refused);
    expect(await enter(authenticator.get(await askedToProve(known)))).toMatchObject(refused);
    expect((await enter(authenticator.get(await begin(), { counter: 10 }))).status).toBe(200);
    expect(await enter(authenticator.get(await begin(), { counter: 3 }))).toMatchObject(refused);
  });

  it('is refused once the passkey was removed', async () => {
    const { known, authenticator } = await owner();
    const other = new SoftwareAuthenticator(origin);
    await added(known, other.create((await known.call(beginPasskey)).body));
    const { passkeys } = (await known.call(readFactors)).body;
    await known.call(removePasskey, { params: { passkey: passkeys[0]!.id } });
    expect(await enter(authenticator.get(await begin()))).toMatchObject(refused);
    expect((await enter(other.get(await begin()))).status).toBe(200);
  });
});

describe('a forum whose address has changed', () => {
  it('says whose passkeys cannot be used there', async () => {
    await owner();
    expect(await passkeysOfOtherHosts(forum.database, { baseUrl: origin })).toEqual([]);
    const [warning] = await passkeysOfOtherHosts(forum.database, { baseUrl: elsewhere });
    expect(warning).toMatch(
      /^BASE_URL names forum-test\.evil\.example, but \d+ passkeys of \d+ people were made for forum\.test and cannot be used here/,
    );
  });
});
