import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decideAccreditation } from '@forum/contract/delegations/accreditation';
import { readAttachment, listAttachments } from '@forum/contract/meetings/attachments';
import { nameOfficers } from '@forum/contract/meetings/export-control';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import { declineMeeting, requestMeeting } from '@forum/contract/meetings/requests';
import { readReport } from '@forum/contract/outcomes/reports';
import { confirmRepresentative } from '@forum/contract/delegations/representation';
import { listWorksheets, readWorksheet } from '@forum/contract/advice/worksheets';
import { Viewers } from '../../identity/viewers.ts';
import { type CrowdedForum, startCrowdedForum } from '../../testing/crowded-forum.ts';
import { canaries } from '../../testing/furnished-edition.ts';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { register } from '../testing/delegation-forum.ts';

let forum: CrowdedForum;
beforeAll(async () => {
  forum = await startCrowdedForum();
});
afterAll(() => forum.stop());

const mail = 'sales.manager.own@mail.test';
const idOf = (name: string) => forum.edition.ids[name]![0]!;

/** A person with a free mail address who names a firm. An officer of the host accredits them with one click. */
async function accreditedImpostor() {
  const browser = await forum.signIn(mail);
  const { slug } = forum.edition;
  const firmId = idOf('firm');
  const { body } = await register(browser, slug, { category: 'industry', organisation: 'Own 2031', firmId });
  const decided = await forum.desk.call(decideAccreditation, {
    params: { edition: slug },
    body: { decision: 'accredit', reason: null, delegates: [{ id: body.delegateId, version: body.version }] },
  });
  expect(decided.body).toMatchObject({ decided: [{ state: 'accredited' }], refused: [] });
  return { browser, delegateId: body.delegateId };
}

/** The answers to requests for everything that belongs to the firm. */
async function readAll(browser: TestBrowser) {
  forum.app.get(Viewers).forget();
  const params = { edition: forum.edition.slug };
  const ofMeeting = { params: { ...params, meeting: idOf('meeting') } };
  const answers = {
    meetings: await browser.call(listMeetings, { params }),
    meeting: await browser.call(readMeeting, ofMeeting),
    documents: await browser.call(listAttachments, ofMeeting),
    document: await browser.call(readAttachment, {
      params: { ...ofMeeting.params, attachment: idOf('attachment') },
    }),
    report: await browser.call(readReport, ofMeeting),
    worksheets: await browser.call(listWorksheets, { params }),
    worksheet: await browser.call(readWorksheet, { params: { ...params, worksheet: idOf('worksheet') } }),
  };
  const text = JSON.stringify(Object.values(answers).map(({ body }) => body));
  return {
    statuses: Object.values(answers).map(({ status }) => status),
    meetings: answers.meetings.body.meetings.length,
    found: [canaries.attached, canaries.note, canaries.lines].filter((canary) => text.includes(canary)),
  };
}

describe('an impostor who names a firm and is accredited by the host', () => {
  it('reads, answers and names nothing of it until its people confirm them, and they are asked', async () => {
    const { browser, delegateId } = await accreditedImpostor();
    const stranger = await readAll(browser);
    expect(stranger).toEqual({ statuses: [200, 404, 404, 404, 403, 403, 403], meetings: 0, found: [] });

    const params = { edition: forum.edition.slug };
    const [fromTeamId, toTeamId] = forum.edition.teams;
    const acts = [
      await browser.call(declineMeeting, {
        params: { ...params, meeting: idOf('meeting') },
        body: { version: 1 },
      }),
      await browser.call(requestMeeting, {
        params,
        body: {
          fromTeamId,
          toTeamId,
          participants: [delegateId],
          topic: 'Sights',
          message: '',
          suggested: ['2031-05-12T00:00:00Z'],
        },
      }),
      await browser.call(nameOfficers, {
        params: { ...params, firm: idOf('firm') },
        body: { delegates: [delegateId] },
      }),
      await browser.call(confirmRepresentative, {
        params: { ...params, firm: idOf('firm'), delegate: delegateId },
        body: { reason: 'It is me' },
      }),
    ];
    expect(acts.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const mails = await forum.database.rows<{ subject: string }>(
      `select subject from mail where recipient = 'representative@own.test' and subject like '%please confirm%'`,
    );
    expect(mails).toHaveLength(1);
  });

  it('reads all of it once one of them does (control)', async () => {
    const browser = await forum.signIn(mail);
    const delegate = await forum.database.row<{ id: string }>(
      'select id from delegate where edition_id = $1 and person_id = $2',
      [forum.edition.id, browser.personId],
    );
    const representative = forum.actors.find(({ name }) => name === 'a representative of a firm')!.browser;
    const confirmed = await representative.call(confirmRepresentative, {
      params: { edition: forum.edition.slug, firm: idOf('firm'), delegate: delegate!.id },
      body: { reason: null },
    });
    expect(confirmed.status).toBe(200);
    const known = await readAll(browser);
    expect(known).toEqual({
      statuses: [200, 200, 200, 200, 200, 200, 200],
      meetings: 1,
      found: [canaries.attached, canaries.note, canaries.lines],
    });
  });
});
