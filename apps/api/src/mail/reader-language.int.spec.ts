import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { grantRole } from '@forum/contract/delegations/roles';
import { nameOfficers } from '@forum/contract/meetings/export-control';
import { makeEnrolmentCode } from '@forum/contract/identity/factors/factor-holders';
import {
  beginCodeApp,
  confirmCodeApp,
  proveByCode,
  renewRecoveryCodes,
  useEnrolmentCode,
} from '@forum/contract/identity/factors/factors';
import { reportLostFactor } from '@forum/contract/identity/factors/lost-factor';
import { createFirm } from '@forum/contract/firms/listing';
import { answerAideInvitation, endAide, inviteAide } from '@forum/contract/identity/aides';
import { actFor } from '@forum/contract/identity/me';
import { askForCode, signInByCode } from '@forum/contract/identity/sign-in';
import { confirmRepresentative, endRepresentative } from '@forum/contract/delegations/representation';
import { Secret, TOTP } from 'otpauth';
import {
  type DelegationForum,
  formOf,
  register,
  startDelegationForum,
} from '../delegations/testing/delegation-forum.ts';
import { Viewers } from '../identity/viewers.ts';
import { accreditStaff } from '../testing/acting-aide.ts';
import type { TestBrowser } from '../testing/test-forum.ts';

type Language = 'ko' | 'en';
const other = { ko: 'en', en: 'ko' } as const;

let forum: DelegationForum;
beforeAll(async () => {
  forum = await startDelegationForum();
});
afterAll(() => forum.stop());

const params = () => ({ edition: forum.edition });
const name = { ...formOf().name, nativeScript: null, nativeLanguage: null };

async function reader(mail: string, language: Language, factor?: null) {
  const browser = await forum.signIn(mail, factor === null ? { factor } : {});
  await forum.database.rows('update person set language = $2 where mail = $1', [mail, language]);
  return { browser, mail };
}

/** In which languages a reader was written to, subjects and bodies, and how many mails these were. */
async function readIn(mail: string) {
  const rows = await forum.database.rows<{ subject: string; body: string }>(
    'select subject, body from mail where recipient = $1 order by id',
    [mail],
  );
  const languageOf = (text: string) => (/\p{Script=Hangul}/u.test(text) ? 'ko' : 'en');
  const languages = rows.flatMap(({ subject, body }) => [languageOf(subject), languageOf(body)]);
  return { languages: [...new Set(languages)], mails: rows.length };
}

async function delegate(mail: string, language: Language, firmId: string | null = null) {
  const { browser } = await reader(mail, language);
  const change = firmId ? ({ category: 'industry', organisation: 'Firm', firmId } as const) : {};
  const { body } = await register(browser, forum.edition, { ...change, name });
  await forum.database.rows('delete from mail where recipient = $1', [mail]);
  return { browser, mail, id: body.delegateId, version: body.version };
}

async function signInAgain(mail: string, language: Language) {
  const visitor = forum.visitor();
  const { challenge } = (await visitor.call(askForCode, { body: { mail, language } })).body;
  const row = await forum.database.row<{ subject: string }>(
    'select subject from mail where recipient = $1 order by id desc limit 1',
    [mail],
  );
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(row!.subject)!;
  expect((await visitor.call(signInByCode, { body: { challenge, code } })).status).toBe(200);
}

describe.each(['ko', 'en'] as const)('a reader of %s', (language) => {
  it('is written to in it about sign-ins and devices', async () => {
    const { mail } = await reader(`devices-${language}@forum.test`, language);
    await signInAgain(mail, language);
    expect(await readIn(mail)).toEqual({ languages: [language], mails: 2 });
  });

  it('is written to in it about second factors', async () => {
    const { browser, mail } = await reader(`factors-${language}@forum.test`, language, null);
    const role = { mail, role: 'organiser', granted: true } as const;
    await forum.secretariat.call(grantRole, { params: params(), body: role });
    const of = { params: { ...params(), person: browser.personId! } };
    const { code } = (await forum.secretariat.call(makeEnrolmentCode, of)).body;
    await browser.call(useEnrolmentCode, { body: { code } });
    const { secret } = (await browser.call(beginCodeApp)).body;
    const shown = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const confirmed = await browser.call(confirmCodeApp, { body: { code: shown } });
    const cookie = confirmed.headers.get('set-cookie')!.split(';')[0]!;
    const enrolled: TestBrowser = forum.browserWith(cookie);
    await enrolled.call(proveByCode, { body: { code: confirmed.body.recoveryCodes![0]! } });
    await enrolled.call(renewRecoveryCodes);
    const second = await forum.withRole(`second-${language}@forum.test`, 'organiser');
    await forum.secretariat.call(reportLostFactor, of);
    expect((await second.call(reportLostFactor, of)).body.made).not.toBeNull();
    // Code, app, recovery code, new ones, lost by one, lost by two, next code; and who gave the role says nothing.
    const { languages, mails } = await readIn(mail);
    expect({ languages, enough: mails >= 7 }).toEqual({ languages: [language], enough: true });
  });

  it('is written to in it as principal, and their aide in the aide’s', async () => {
    const principal = await delegate(`principal-${language}@forum.test`, language);
    await forum.decide('accredit', principal.id);
    const aide = await reader(`aide-${language}@forum.test`, other[language]);
    await accreditStaff(forum, { id: forum.editionId }, aide.browser);
    const invited = await principal.browser.call(inviteAide, { body: { ...params(), mail: aide.mail } });
    const { id } = invited.body;
    await aide.browser.call(answerAideInvitation, { params: { invitation: id }, body: { accept: true } });
    expect((await aide.browser.call(actFor, { body: { aide: id } })).status).toBe(200);
    expect((await principal.browser.call(endAide, { params: { aide: id } })).status).toBe(200);
    // The accreditation; invited, accepted, acted. The aide: invited, ended.
    expect(await readIn(principal.mail)).toEqual({ languages: [language], mails: 4 });
    expect(await readIn(aide.mail)).toEqual({ languages: [other[language]], mails: 2 });
  });

  it('is written to in it as representative, and the colleague in theirs', async () => {
    const { body: firm } = await forum.secretariat.call(createFirm, {
      params: params(),
      body: { name: `Firm ${language}`, country: 'KR', website: null },
    });
    const first = await delegate(`first-${language}@forum.test`, language, firm.id);
    const speaksFor = { firmId: firm.id, reason: 'Rang them' };
    await forum.officer.call(decideAccreditation, {
      params: params(),
      body: {
        decision: 'accredit',
        reason: null,
        delegates: [{ id: first.id, version: first.version, speaksFor }],
      },
    });
    const second = await delegate(`colleague-${language}@forum.test`, other[language], firm.id);
    await forum.decide('accredit', second.id);
    forum.app.get(Viewers).forget();
    const of = { params: { ...params(), firm: firm.id, delegate: second.id } };
    expect((await first.browser.call(confirmRepresentative, { ...of, body: { reason: null } })).status).toBe(
      200,
    );
    const officers = { params: { ...params(), firm: firm.id }, body: { delegates: [first.id] } };
    expect((await forum.secretariat.call(nameOfficers, officers)).status).toBe(200);
    expect((await first.browser.call(endRepresentative, { ...of, body: { reason: 'Left' } })).status).toBe(
      200,
    );
    const theirs = await readIn(second.mail);
    expect(await readIn(first.mail)).toMatchObject({ languages: [language] });
    expect(theirs).toMatchObject({ languages: [other[language]] });
    expect(theirs.mails).toBeGreaterThanOrEqual(4);
  });
});
