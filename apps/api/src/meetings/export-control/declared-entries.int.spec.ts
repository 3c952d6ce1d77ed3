import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { declareEntries } from '@forum/contract/meetings/export-control';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { withdrawMeeting } from '@forum/contract/meetings/requests';
import type { TestBrowser } from '../../testing/test-forum.ts';
import { firmOfPeople, twoFirms } from '../../testing/two-firms.ts';

let hall: Awaited<ReturnType<typeof twoFirms>>;
beforeAll(async () => {
  hall = await twoFirms(2036);
});
afterAll(() => hall.forum.stop());

const declare = async (by: TestBrowser, meeting: Meeting, ...entries: string[]) => {
  const { version } = await hall.seen(meeting);
  return by.call(declareEntries, { params: hall.of(meeting), body: { version, entries } });
};

describe('an entry that is declared later', () => {
  it('makes an agreed meeting wait where it is, whichever side says so, and ends releases that do not cover it', async () => {
    const { ask, accept, seen, release, hanbit, nordlys } = hall;
    const meeting = await ask();
    await accept(meeting);
    const declared = await declare(nordlys.browser, meeting, 'ML5');
    expect(declared.body).toMatchObject({
      state: 'accepted',
      control: { entries: ['ML5'], state: 'waiting', waitingFor: ['from', 'to'] },
    });
    await release(meeting);
    expect((await seen(meeting)).control?.state).toBe('released');
    expect((await declare(hanbit.browser, meeting, 'ML5', 'DU6')).body.control).toMatchObject({
      entries: ['ML5', 'DU6'],
      state: 'waiting',
    });
  });

  it('is nobody else’s to say, of no meeting that is off, and never one of more than twelve', async () => {
    const { ask, seen, of, hanbit, forum, edition } = hall;
    const meeting = await ask();
    const other = await firmOfPeople(forum, edition, 'Thales', 'FR');
    expect((await declare(other.browser, meeting, 'ML5')).status).toBe(404);
    const stale = await hanbit.browser.call(declareEntries, {
      params: of(meeting),
      body: { version: 99, entries: ['ML5'] },
    });
    expect(stale.problem.code).toBe('version.stale');
    const all = Array.from({ length: 12 }, (_, n) => `ML${n + 1}`);
    expect((await declare(hanbit.browser, meeting, ...all)).status).toBe(200);
    const tooMany = await declare(hanbit.browser, meeting, 'DU1');
    expect(tooMany.problem).toMatchObject({ code: 'request.invalid', details: { field: 'entries' } });
    const { version } = await seen(meeting);
    await hanbit.browser.call(withdrawMeeting, { params: of(meeting), body: { version } });
    expect((await declare(hanbit.browser, meeting, 'ML1')).problem.code).toBe('meeting.transition');
  });
});
