import { expect } from '@jest/globals';
import * as meetings from '@forum/contract/meetings/meetings';
import * as requests from '@forum/contract/meetings/requests';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, createTestHall } from '../../testing/test-edition.ts';
import type { Answer, TestForum } from '../../testing/test-forum.ts';
import { deskOf, firmOfPeople } from '../../testing/two-firms.ts';
import type { Route } from '@forum/contract/route';

/** What went well; anything else fails the test with what was said. */
export function done<R extends Route>(answer: Answer<R>): Answer<R>['body'] {
  expect(answer.problem).not.toHaveProperty('code');
  return answer.body;
}

/** Where two firms meet. */
export type Here = Awaited<ReturnType<typeof twoThatMeet>>;

/** An edition of its own with a hall of three tables and two firms that meet in it. */
export async function twoThatMeet(forum: TestForum, year: number) {
  const edition = await createTestEdition(forum.database, year);
  const hallId = await createTestHall(forum.database, edition, year, 3);
  const hanbit = await firmOfPeople(forum, edition, `hanbit${year}`, 'KR', 'KR');
  const nordlys = await firmOfPeople(forum, edition, `nordlys${year}`, 'NO', 'NO');
  await forum.database.rows('update delegate set submitted_at = now() where edition_id = $1', [edition.id]);
  const desk = await deskOf(forum);
  const params = { edition: edition.slug };
  const of = (meeting: { id: string }) => ({ ...params, meeting: meeting.id });
  const at = (clock: string) => `${year}-05-12T${clock}:00Z`;
  const ask = async (clock: string, participants = hanbit.delegateIds.slice(0, 1)) =>
    done(
      await hanbit.browser.call(requests.requestMeeting, {
        params,
        body: {
          ...{ fromTeamId: hanbit.teamId, toTeamId: nordlys.teamId, participants },
          ...{ topic: 'Sights', message: '', suggested: [at(clock)] },
        },
      }),
    );
  const agree = async (
    clock: string,
    from = hanbit.delegateIds.slice(0, 1),
    to = nordlys.delegateIds.slice(0, 1),
  ) => {
    const meeting = await ask(clock, from);
    const body = { version: meeting.version, start: at(clock), participants: to };
    return done(await nordlys.browser.call(requests.acceptMeeting, { params: of(meeting), body }));
  };
  return {
    ...{ edition, hallId, hanbit, nordlys, desk, params, of, at, ask, agree },
    /** As the help desk sees it. */
    seen: async (meeting: { id: string }) =>
      done(await desk.call(meetings.readMeeting, { params: of(meeting) })),
    reserved: (meeting: { id: string }) =>
      forum.database.rows<{ kind: string }>(
        'select resource_kind as kind from reservation where commitment_id = $1 order by 1',
        [meeting.id],
      ),
    /** Who was mailed about a meeting since it was seen, each as often as they were; once all is written. */
    toldSince: async (meeting: { id: string; version: number }) => {
      await eventually(
        () =>
          forum.database.rows(
            `select from pgboss.job where state < 'completed' and data::text like '%' || $1 || '%'`,
            [meeting.id],
          ),
        (waiting) => waiting.length === 0,
      );
      const mails = await forum.database.rows<{ recipient: string }>(
        `select recipient from mail where once like 'meeting:' || $1 || ':%' and split_part(once, ':', 3)::int > $2
           and recipient <> '' order by recipient`,
        [meeting.id, meeting.version],
      );
      return mails.map(({ recipient }) => recipient.split('@')[0]);
    },
    /** What was mailed about a meeting as it is now, once as many as awaited were told; who was erased has no address. */
    mailed: async (meeting: { id: string; version: number }, count: number) => {
      const mails = await eventually(
        () =>
          forum.database.rows<{ recipient: string; subject: string; body: string; method: string | null }>(
            `select recipient, subject, body, calendar_method as method from mail
             where once like 'meeting:' || $1 || ':' || $2 || ':%' order by recipient`,
            [meeting.id, String(meeting.version)],
          ),
        (found) => found.filter(({ recipient }) => recipient.endsWith('@firm.example')).length >= count,
      );
      return mails;
    },
  };
}
