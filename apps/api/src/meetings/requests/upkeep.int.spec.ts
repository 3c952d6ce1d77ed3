import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import * as agreedMeetings from '@forum/contract/meetings/agreed-meetings';
import * as meetingContract from '@forum/contract/meetings/meeting';
import * as meetings from '@forum/contract/meetings/meetings';
import * as requests from '@forum/contract/meetings/requests';
import type { Transaction } from '../../database/database.ts';
import type { Answer, TestBrowser } from '../../testing/test-forum.ts';
import { Losses } from '../../losses/losses.ts';
import { eventually } from '../../testing/eventually.ts';
import { createTestEdition, createTestHall } from '../../testing/test-edition.ts';
import { firmOfPeople, type FirmOfPeople, twoFirms } from '../../testing/two-firms.ts';
import { lockMeeting } from '../meeting-record.repository.ts';
import { MeetingUpkeep } from './meeting-upkeep.ts';

const firstYear = 2041;
let forum: Awaited<ReturnType<typeof twoFirms>>['forum'];
let upkeep: MeetingUpkeep;
let year = firstYear;
let edition: { id: string; slug: string };
let hallId: string;
let hanbit: FirmOfPeople;
let nordlys: FirmOfPeople;

beforeAll(async () => {
  ({ forum } = await twoFirms(firstYear));
  // It writes a table that is gone, and a team without people.
  forum.mayBeOrphaned();
  upkeep = forum.app.get(MeetingUpkeep);
});
afterAll(() => forum.stop());
/** An edition of its own for each test: what one does to its hall and people touches no other. */
beforeEach(async () => {
  year++;
  edition = await createTestEdition(forum.database, year);
  hallId = await createTestHall(forum.database, edition, year, 3);
  hanbit = await firmOfPeople(forum, edition, `hanbit${year}`, 'KR', 'KR');
  nordlys = await firmOfPeople(forum, edition, `nordlys${year}`, 'NO', 'NO');
});

const at = (clock: string) => `${year}-05-12T${clock}:00Z`;
const of = (meeting: { id: string }) => ({ edition: edition.slug, meeting: meeting.id });
const done = <R extends Parameters<TestBrowser['call']>[0]>(answer: Answer<R>) => {
  expect(answer.problem).not.toHaveProperty('code');
  return answer.body;
};

const ask = async (clock: string, participants = hanbit.delegateIds.slice(0, 1)) =>
  done(
    await hanbit.browser.call(requests.requestMeeting, {
      params: { edition: edition.slug },
      body: {
        fromTeamId: hanbit.teamId,
        toTeamId: nordlys.teamId,
        participants,
        topic: 'Sights',
        message: '',
        suggested: [at(clock)],
      },
    }),
  );

const accept = (meeting: meetingContract.Meeting, by = nordlys, participants = by.delegateIds.slice(0, 1)) =>
  by.browser.call(requests.acceptMeeting, {
    params: of(meeting),
    body: { version: meeting.version, start: meeting.suggested[0]!, participants },
  });

const agree = async (clock: string, participants?: string[]) =>
  done(await accept(await ask(clock, participants)));

const seen = async (meeting: { id: string }) =>
  done(await nordlys.browser.call(meetings.readMeeting, { params: of(meeting) }));

/** Subjects and recipients of what was mailed about a meeting at a version, once there are as many as awaited. */
const mailed = (meeting: { id: string; version: number }, count: number) =>
  eventually(
    () =>
      forum.database.rows<{ recipient: string; subject: string; body: string; method: string | null }>(
        `select recipient, subject, body, calendar_method as method from mail
         where once like 'meeting:' || $1 || ':' || $2 || ':%' order by recipient`,
        [meeting.id, String(meeting.version)],
      ),
    (mails) => mails.length >= count,
  );

const revoke = (delegateId: string) =>
  forum.database.rows(`update delegate set state = 'revoked' where id = $1`, [delegateId]);

const release = (delegateId: string) =>
  forum.database.write((transaction) =>
    forum.app
      .get(Losses)
      .settle(transaction, null, 'representatives', { editionId: edition.id, delegateIds: [delegateId] }),
  );

const reserved = (meeting: { id: string }) =>
  forum.database.rows<{ kind: string; id: string }>(
    'select resource_kind as kind, resource_id as id from reservation where commitment_id = $1 order by resource_kind, id',
    [meeting.id],
  );

/** Until another transaction waits for this one. */
const isWaitedFor = (transaction: Transaction) =>
  eventually(
    () =>
      transaction.query(
        'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))',
      ),
    (waiting) => waiting.length > 0,
  );

/** A change of the tables that the server itself may not make. */
async function asOwner(sql: string): Promise<void> {
  const owner = new pg.Client({ connectionString: forum.databaseUrl });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
}

describe('a delegate who may no longer come', () => {
  it('leaves every meeting, whatever became of its hall, table or time; colleagues keep theirs', async () => {
    const [gone, stays] = hanbit.delegateIds as [string, string];
    const both = [gone, stays];
    const closed = await agree('00:00', both);
    const tableless = await agree('00:25', both);
    const alone = await agree('00:50', [gone]);
    await revoke(gone);
    // The hall now opens later than the first meeting, and the table of the second is taken away.
    await forum.database.rows(
      'update hall_opening set during = tstzrange($2, upper(during)) where hall_id = $1',
      [hallId, at('00:20')],
    );
    await forum.database.rows('update meeting_table set removed_at = now() where id = $1', [
      tableless.table!.id,
    ]);
    await release(gone);
    for (const meeting of [closed, tableless]) {
      const now = await seen(meeting);
      expect(now).toMatchObject({ state: 'accepted', start: meeting.start, table: meeting.table });
      expect(now.from.people.map(({ delegateId }) => delegateId)).toEqual([stays]);
      const [, colleague] = hanbit.browsers;
      expect(await reserved(meeting)).toEqual([
        ...[colleague!.personId, nordlys.browsers[0]!.personId].sort().map((id) => ({ kind: 'person', id })),
        { kind: 'table', id: meeting.table!.id },
      ]);
    }
    expect((await seen(alone)).state).toBe('cancelled');
    expect(await reserved(alone)).toEqual([]);
    const told = await mailed(await seen(alone), 2);
    expect(told.map(({ recipient, method }) => [recipient, method])).toEqual([
      [`hanbit${year}-0@firm.example`, 'CANCEL'],
      [`nordlys${year}-0@firm.example`, 'CANCEL'],
    ]);
  });

  it('does not take a meeting with them to which a colleague was sent instead at the same moment', async () => {
    const [gone, instead] = hanbit.delegateIds as [string, string];
    const meeting = await agree('00:00', [gone]);
    await revoke(gone);
    let release$: Promise<void> | undefined;
    await forum.database.write(async (transaction) => {
      await lockMeeting(transaction, edition.id, meeting.id);
      release$ ??= release(gone);
      await isWaitedFor(transaction);
      await transaction.query(
        'update meeting_participant set delegate_id = $2 where meeting_id = $1 and delegate_id = $3',
        [meeting.id, instead, gone],
      );
      await transaction.query('update meeting set version = version + 1 where id = $1', [meeting.id]);
    });
    await release$;
    const now = await seen(meeting);
    expect(now.state).toBe('accepted');
    expect(now.from.people.map(({ delegateId }) => delegateId)).toEqual([instead]);
  });

  it('is not sent to a meeting that is accepted while their accreditation is revoked', async () => {
    const meeting = await ask('00:00');
    let accepted$: ReturnType<typeof accept> | undefined;
    await forum.database.write(async (transaction) => {
      await transaction.query(`update delegate set state = 'revoked' where id = $1`, [
        nordlys.delegateIds[1],
      ]);
      accepted$ ??= accept(meeting, nordlys, nordlys.delegateIds.slice(1));
      await isWaitedFor(transaction);
    });
    expect((await accepted$)?.problem.code).toBe('request.invalid');
    expect((await seen(meeting)).state).toBe('requested');
  });
});

describe('what nobody answered', () => {
  const expire = (meeting: { id: string }) =>
    forum.database.rows(`update meeting set expires_at = now() - interval '1 minute' where id = $1`, [
      meeting.id,
    ]);
  const tend = () => upkeep.tend(new Date().toISOString());

  it('lapses, which is told to who asked; an agreed meeting stays', async () => {
    const request = await ask('00:00');
    await expire(request);
    await tend();
    expect((await seen(request)).state).toBe('expired');
    const told = await mailed(await seen(request), 1);
    expect(told.map(({ recipient }) => recipient)).toEqual([`hanbit${year}-0@firm.example`]);
    const agreed = await agree('00:25');
    done(
      await nordlys.browser.call(requests.proposeTimes, {
        params: of(agreed),
        body: { version: agreed.version, suggested: [at('00:50')], participants: [nordlys.delegateIds[0]!] },
      }),
    );
    await expire(agreed);
    await tend();
    const now = await seen(agreed);
    expect(now).toMatchObject({ state: 'accepted', turn: null, start: agreed.start });
    const [mail, ...more] = await mailed(now, 1);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      recipient: `nordlys${year}-0@firm.example`,
      subject: expect.stringContaining('stays where it is'),
    });
  });

  it('is reminded of once, and one that fails keeps none of the others waiting', async () => {
    const broken = await ask('00:00');
    const waiting = await ask('00:25');
    const lapsed = await ask('00:50');
    await expire(broken);
    await expire(lapsed);
    await forum.database.rows(`update meeting set remind_at = now() - interval '1 minute' where id = $1`, [
      waiting.id,
    ]);
    // A meeting that cannot be saved, for whatever reason.
    await asOwner(`alter table meeting add constraint spoiled check (id <> '${broken.id}') not valid`);
    await expect(tend()).rejects.toThrow('spoiled');
    expect((await seen(lapsed)).state).toBe('expired');
    await asOwner('alter table meeting drop constraint spoiled');
    await tend();
    await tend();
    expect((await seen(broken)).state).toBe('expired');
    const reminded = await mailed(await seen(waiting), 4);
    expect(
      reminded
        .filter(({ subject }) => subject.includes('waits for your answer'))
        .map(({ recipient }) => recipient),
    ).toEqual([`nordlys${year}-0@firm.example`, `nordlys${year}-1@firm.example`]);
  });
});

describe('the mail of an answer', () => {
  it('goes to who asked, also when the sides have changed places', async () => {
    const asked = await ask('00:00');
    const turned = done(
      await nordlys.browser.call(requests.proposeTimes, {
        params: of(asked),
        body: { version: asked.version, suggested: [at('00:25')], participants: [nordlys.delegateIds[0]!] },
      }),
    );
    const declined = done(
      await hanbit.browser.call(requests.declineMeeting, {
        params: of(turned),
        body: { version: turned.version, message: '' },
      }),
    );
    const told = await mailed(declined, 1);
    expect(told.map(({ recipient }) => recipient)).toEqual([`nordlys${year}-0@firm.example`]);
  });

  it('that a move is declined says that the meeting stands', async () => {
    const agreed = await agree('00:00');
    const proposed = done(
      await hanbit.browser.call(requests.proposeTimes, {
        params: of(agreed),
        body: { version: agreed.version, suggested: [at('00:25')], participants: [hanbit.delegateIds[0]!] },
      }),
    );
    const [question] = await mailed(proposed, 1);
    expect(question?.body).toContain('09:25');
    const declined = done(
      await nordlys.browser.call(requests.declineMeeting, {
        params: of(proposed),
        body: { version: proposed.version, message: '' },
      }),
    );
    const told = await mailed(declined, 1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ recipient: `hanbit${year}-0@firm.example`, method: null });
    expect(told[0]?.body).toContain('It takes place as agreed');
  });

  it('never revives in a calendar what was cancelled before it was mailed', async () => {
    const agreed = await agree('00:00');
    const swapped = done(
      await nordlys.browser.call(agreedMeetings.swapParticipants, {
        params: of(agreed),
        body: { version: agreed.version, participants: [nordlys.delegateIds[1]!] },
      }),
    );
    const cancelled = done(
      await hanbit.browser.call(agreedMeetings.cancelMeeting, {
        params: of(swapped),
        body: { version: swapped.version, message: '' },
      }),
    );
    await mailed(cancelled, 2);
    const rows = await forum.database.rows<{ recipient: string; method: string; sequence: number }>(
      `select recipient, calendar_method as method, substring(calendar from 'SEQUENCE:(\\d+)')::int as sequence
       from mail where once like 'meeting:' || $1 || ':%' and calendar is not null`,
      [agreed.id],
    );
    for (const recipient of new Set(rows.map((row) => row.recipient))) {
      const parts = rows.filter((row) => row.recipient === recipient);
      const last = Math.max(...parts.map(({ sequence }) => sequence));
      expect(parts.filter(({ sequence }) => sequence === last).map(({ method }) => method)).toEqual([
        'CANCEL',
      ]);
    }
  });

  it('reaches people of a meeting who have left the team since', async () => {
    const meeting = await agree('00:00');
    await forum.database.rows('delete from team_member where delegate_id = $1', [hanbit.delegateIds[0]]);
    const cancelled = done(
      await nordlys.browser.call(agreedMeetings.cancelMeeting, {
        params: of(meeting),
        body: { version: meeting.version, message: '' },
      }),
    );
    const told = await mailed(cancelled, 2);
    expect(told.map(({ recipient, method }) => [recipient, method])).toContainEqual([
      `hanbit${year}-0@firm.example`,
      'CANCEL',
    ]);
  });
});
