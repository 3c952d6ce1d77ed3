import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contract from '@forum/contract/meetings/requests';
import pg from 'pg';
import { createTestEdition, createTestFirm, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { ReservationsService } from './reservations.service.ts';

const year = 2033;
const firmCount = 51;
/** The benchmark `booking --full` takes 200. */
const seeds = Number(process.env['RACE_SEEDS'] ?? 2);
/** A race may go well without its guard: so often it is run until it is seen to go wrong. */
const mostTries = 5;

interface Party {
  teamId: string;
  delegateId: string;
  browser: TestBrowser;
}

interface Hall {
  forum: TestForum;
  edition: TestEdition;
  parties: Party[];
}

/** A hall of 60 tables that is open day and night, and firms of one person each. */
async function fillHall(): Promise<Hall> {
  const forum = await startTestForum();
  const edition = await createTestEdition(forum.database, year);
  await forum.database.rows(
    `with made as (
       insert into hall (edition_id, name, slot_minutes, changeover_minutes) values ($1, 'Hall', 20, 0) returning id),
     opened as (
       insert into hall_opening (hall_id, during) select id, tstzrange('2033-05-10', '2033-05-20') from made)
     insert into meeting_table (edition_id, hall_id, label, position, capacity, x, y)
     select $1, id, 'T' || n, n, 4, 0, 0 from made, generate_series(1, 60) n`,
    [edition.id],
  );
  const parties = await Promise.all(
    Array.from({ length: firmCount }, async (_, i) => {
      const browser = await forum.signIn(`person-${i}@race.example`);
      const firm = await createTestFirm(forum.database, edition, `Firm ${i}`, [browser.personId]);
      return { teamId: firm.teamId, delegateId: firm.delegateIds[0] ?? '', browser };
    }),
  );
  return { forum, edition, parties };
}

const slotOf = (n: number) =>
  new Date(Date.UTC(year, 4, 10) + n * 20 * 60_000).toISOString().replace('.000', '');

/** Requests as they stand after they were sent, made in one statement. */
async function openRequests(
  { forum, edition }: Hall,
  pairs: readonly { from: Party; to: Party; start: string }[],
): Promise<string[]> {
  const rows = await forum.database.rows<{ id: string }>(
    `with pair as (select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[]) with ordinality as p (from_team, to_team, sender, start, n)),
     made as (
       insert into meeting (id, edition_id, from_team_id, to_team_id, topic, turn, suggested, expires_at, requested_by)
       select uuidv7(), $1, from_team, to_team, n::text, 'to', array[start], start, (select id from person order by id limit 1) from pair returning id, topic),
     sent as (
       insert into meeting_participant (edition_id, meeting_id, delegate_id, side)
       select $1, made.id, pair.sender, 'from' from made join pair on pair.n::text = made.topic)
     select id from made order by topic::int`,
    [
      edition.id,
      pairs.map((pair) => pair.from.teamId),
      pairs.map((pair) => pair.to.teamId),
      pairs.map((pair) => pair.from.delegateId),
      pairs.map((pair) => pair.start),
    ],
  );
  return rows.map((row) => row.id);
}

/** How an accept ended: booked, refused on looking, or refused only by the constraint, at the last moment. */
type Outcome = 'booked' | 'refused' | 'refused by the constraint' | `status ${number}`;

/** Accepts a meeting. */
async function accept(
  { edition }: Pick<Hall, 'edition'>,
  by: Party,
  meeting: string,
  start: string,
): Promise<Outcome> {
  const { status, problem } = await by.browser.call(contract.acceptMeeting, {
    params: { edition: edition.slug, meeting },
    body: { version: 1, start, participants: [by.delegateId] },
  });
  if (status === 200) return 'booked';
  if (status !== 409) return `status ${status}`;
  return problem.details?.['obstacles'] ? 'refused' : 'refused by the constraint';
}

const count = (outcomes: readonly Outcome[], outcome: Outcome) =>
  outcomes.filter((one) => one === outcome).length;

/** Fifty firms ask one person for the same slot, and all are accepted at the same moment. */
async function acceptFiftyAtOnce(hall: Hall, seed: number): Promise<Outcome[]> {
  const [wanted, ...others] = hall.parties;
  if (!wanted) return [];
  const start = slotOf(seed);
  const meetings = await openRequests(
    hall,
    others.map((from) => ({ from, to: wanted, start })),
  );
  return Promise.all(meetings.map((meeting) => accept(hall, wanted, meeting, start)));
}

const overlaps = ({ forum }: Hall) =>
  forum.database.rows(
    `select a.resource_id from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during`,
  );

/** 200 meetings of two people and a table, in few slots, accepted by twenty at a time. */
async function acceptTwoHundred(hall: Hall): Promise<Outcome[]> {
  const pairs = Array.from({ length: 200 }, (_, i) => {
    const from = hall.parties[(i * 7) % firmCount]!;
    const to = hall.parties[(i * 7 + 1 + (i % 5)) % firmCount]!;
    return { from, to, start: slotOf(seeds + 10 + (i % 24)) };
  });
  const meetings = await openRequests(hall, pairs);
  const waiting = meetings.map((meeting, i) => ({ meeting, ...pairs[i]! }));
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      outcomes.push(await accept(hall, next.to, next.meeting, next.start));
  };
  await Promise.all(Array.from({ length: 20 }, work));
  return outcomes;
}

describe('fifty accepts of one slot at the same moment', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await fillHall();
  });
  afterAll(() => hall.forum.stop());

  it(`have one winner each time, over ${seeds} seeds, and nobody meets an error of ours`, async () => {
    for (let seed = 0; seed < seeds; seed++) {
      const outcomes = await acceptFiftyAtOnce(hall, seed);
      expect({ seed, booked: count(outcomes, 'booked'), refused: count(outcomes, 'refused') }).toEqual({
        seed,
        booked: 1,
        refused: 49,
      });
    }
    expect(await overlaps(hall)).toEqual([]);
  });

  it('leave 200 meetings of three resources without overlap, and the constraint has nothing to refuse', async () => {
    const outcomes = await acceptTwoHundred(hall);
    expect(count(outcomes, 'booked')).toBeGreaterThan(50);
    expect(count(outcomes, 'booked') + count(outcomes, 'refused')).toBe(200);
    expect(await overlaps(hall)).toEqual([]);
  });
});

describe('without the guards (control)', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await fillHall();
    hall.forum.app.get(ReservationsService).lock = () => Promise.resolve();
  });
  afterAll(() => hall.forum.stop());

  it('without locks only the constraint keeps somebody from being booked twice', async () => {
    for (let seed = 0; seed < mostTries; seed++) {
      const outcomes = await acceptFiftyAtOnce(hall, seed);
      expect(count(outcomes, 'booked')).toBe(1);
      if (count(outcomes, 'refused by the constraint') > 0) return;
    }
    throw new Error('The constraint had nothing to refuse.');
  });

  it('with neither locks nor constraint somebody is booked twice', async () => {
    await dropConstraint(hall.forum);
    for (let seed = mostTries; seed < 2 * mostTries; seed++) {
      if (count(await acceptFiftyAtOnce(hall, seed), 'booked') < 2) continue;
      expect(await overlaps(hall)).not.toEqual([]);
      return;
    }
    throw new Error('No one was booked twice.');
  });
});

async function dropConstraint(forum: TestForum): Promise<void> {
  const owner = new pg.Client({ connectionString: forum.databaseUrl });
  await owner.connect();
  await owner.query(
    'alter table reservation drop constraint reservation_never_twice, add constraint reservation_never_twice unique (id) deferrable',
  );
  await owner.end();
}
