import {
  confirmOfficer,
  confirmRelease,
  nameOfficers,
  releaseMeeting,
} from '@forum/contract/meetings/export-control';
import { swapParticipants } from '@forum/contract/meetings/agreed-meetings';
import { readMeeting } from '@forum/contract/meetings/meetings';
import { acceptMeeting, requestMeeting } from '@forum/contract/meetings/requests';
import type { Route } from '@forum/contract/route';
import { createTestEdition, createTestFirm, createTestHall, type TestEdition } from './test-edition.ts';
import { type Answer, startTestForum, type TestBrowser, type TestForum } from './test-forum.ts';

const slots = ['00:00', '00:25', '00:50', '01:15', '01:40', '02:05', '02:30'];

/** A firm whose people are each of a nationality. */
export type FirmOfPeople = Awaited<ReturnType<typeof firmOfPeople>>;

/** Makes one, with somebody of each of these nationalities. */
export async function firmOfPeople(
  forum: TestForum,
  edition: TestEdition,
  name: string,
  ...countries: string[]
) {
  const browsers = await Promise.all(
    countries.map((country, i) => forum.signIn(`${name}-${i}@firm.example`, { name: `${name} ${country}` })),
  );
  const people = browsers.map((one) => one.personId);
  const firm = await createTestFirm(forum.database, edition, name, people);
  for (const [i, id] of firm.delegateIds.entries()) {
    await forum.database.rows('update delegate set country = $2 where id = $1', [id, countries[i]]);
  }
  return { ...firm, browsers, browser: browsers[0]! };
}

/** Two firms of a forum in Seoul, the first of each its export officer, with what they do to meet; up to seven of their meetings can be agreed. */
export async function twoFirms(year: number) {
  const forum = await startTestForum();
  const edition = await createTestEdition(forum.database, year);
  await createTestHall(forum.database, edition, year, 3);
  const hanbit = await firmOfPeople(forum, edition, 'Hanbit', 'KR', 'KR');
  const nordlys = await firmOfPeople(forum, edition, 'Nordlys', 'NO', 'NO', 'SE');
  const host = await deskOf(forum);
  for (const firm of [hanbit, nordlys]) await makeOfficer(host, edition, firm);
  const of = (meeting: { id: string }) => ({ edition: edition.slug, meeting: meeting.id });
  const seen = async (meeting: { id: string }) =>
    done(await hanbit.browser.call(readMeeting, { params: of(meeting) }));
  let agreed = 0;
  return {
    forum,
    edition,
    hanbit,
    nordlys,
    of,
    seen,
    /** Hanbit asks Nordlys for a meeting whose topic touches these entries. */
    ask: async (...controlEntries: string[]) =>
      done(
        await hanbit.browser.call(requestMeeting, {
          params: { edition: edition.slug },
          body: {
            fromTeamId: hanbit.teamId,
            toTeamId: nordlys.teamId,
            participants: [hanbit.delegateIds[0]!],
            topic: 'Sights',
            message: '',
            suggested: [`${year}-05-12T${slots[agreed]}:00Z`],
            controlEntries,
          },
        }),
      ),
    accept: async (meeting: { id: string }) => {
      const { version, suggested } = await seen(meeting);
      const body = { version, start: suggested[0]!, participants: [nordlys.delegateIds[0]!] };
      done(await nordlys.browser.call(acceptMeeting, { params: of(meeting), body }));
      agreed++;
    },
    /** Nordlys sends somebody else. */
    send: async (meeting: { id: string }, delegateId: string) => {
      const { version } = await seen(meeting);
      const body = { version, participants: [delegateId] };
      done(await nordlys.browser.call(swapParticipants, { params: of(meeting), body }));
    },
    /** Both sides release the topic, with a second person each. */
    release: async (meeting: { id: string }) => {
      for (const { browser, browsers } of [hanbit, nordlys]) {
        const { version } = await seen(meeting);
        done(await browser.call(releaseMeeting, { params: of(meeting), body: { version } }));
        const side = browser === hanbit.browser ? 'from' : 'to';
        const body = { version: version + 1, side } as const;
        done(await browsers[1]!.call(confirmRelease, { params: of(meeting), body }));
      }
    },
  };
}

/** The host makes the first of a firm its export officer, and the second confirms it. */
export async function makeOfficer(host: TestBrowser, edition: TestEdition, firm: FirmOfPeople) {
  const params = { edition: edition.slug, firm: firm.id };
  const delegate = firm.delegateIds[0]!;
  done(await host.call(nameOfficers, { params, body: { delegates: [delegate] } }));
  const second = firm.browsers[1];
  if (second) done(await second.call(confirmOfficer, { params: { ...params, delegate } }));
}

function done<R extends Route>(answer: Answer<R>): Answer<R>['body'] {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.problem));
  return answer.body;
}

/** Somebody of the forum's own secretariat. */
export const deskOf = (forum: TestForum): Promise<TestBrowser> =>
  forum.signIn('desk@host.example', { secretariat: true });
