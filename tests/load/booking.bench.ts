import { type Pool } from 'pg';
import { type OpenRequest, fillHall } from '../support/crowded-hall.ts';
import { connectTo } from '../support/forum-database.ts';
import { against, atMost, report } from '../support/measures.ts';
import { startForum } from '../support/running-forum.ts';

const meetings = 400;
const clients = 20;

/** What one accepted meeting leaves in the database. */
interface Rows {
  meeting: string;
}

/** 400 meetings of two people and a table accepted by 20 clients, against the bare driver writing the same rows. */
export default async function booking(args: readonly string[]): Promise<void> {
  const forum = await startForum();
  const pool = connectTo(forum, clients);
  try {
    const { current } = (await (await fetch(`${forum.url}/api/forum`)).json()) as {
      current: { slug: string };
    };
    const requests = await fillHall(pool, current.slug, meetings + 40);
    const accept = (request: OpenRequest) => acceptOver(forum.url, current.slug, request);
    await inParallel(requests.splice(0, 40), accept);
    const began = performance.now();
    await inParallel(requests, accept);
    const ours = (meetings / (performance.now() - began)) * 1000;
    const overlaps = await countOverlaps(pool);
    const bare = await bareRate(
      pool,
      requests.map(({ meeting }) => ({ meeting })),
    );
    report(
      'booking',
      [
        against(`${meetings} meetings of three resources, ${clients} clients`, ours, bare, 'meetings/s', 0.3),
        atMost('overlapping reservations', overlaps, 'pairs', 0),
      ],
      args,
    );
  } finally {
    await pool.end();
    await forum.stop();
  }
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const client = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

async function acceptOver(
  url: string,
  edition: string,
  { meeting, start, asked, cookie }: OpenRequest,
): Promise<void> {
  const answer = await fetch(`${url}/api/editions/${edition}/meetings/${meeting}/acceptance`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, start, participants: [asked] }),
  });
  if (!answer.ok) throw new Error(`Accepting answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

const copies = ['meeting', 'meeting_participant', 'reservation', 'change', 'job'] as const;

/** Meetings a second of the driver alone: the rows that an accept wrote, one transaction each, no locks and no rules. */
async function bareRate(pool: Pool, accepted: readonly Rows[]): Promise<number> {
  await pool.query(`
    create table bare_meeting as select * from meeting limit 0;
    alter table bare_meeting add primary key (id);
    create table bare_meeting_participant as select * from meeting_participant limit 0;
    alter table bare_meeting_participant add primary key (meeting_id, delegate_id);
    create table bare_reservation as select * from reservation limit 0;
    alter table bare_reservation add primary key (id);
    create table bare_change as select * from change limit 0;
    create table bare_job as select * from pgboss.job limit 0;`);
  const began = performance.now();
  await inParallel(accepted, async ({ meeting }) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('insert into bare_meeting select * from meeting where id = $1', [meeting]);
      await client.query(
        `insert into bare_meeting_participant select * from meeting_participant where meeting_id = $1 and side = 'to'`,
        [meeting],
      );
      await client.query('insert into bare_reservation select * from reservation where commitment_id = $1', [
        meeting,
      ]);
      await client.query(
        `insert into bare_change (edition_id, streams, type, entity_id, version, at)
         select edition_id, array['staff:organiser'], 'meeting.changed', id, version, now() from meeting where id = $1`,
        [meeting],
      );
      await client.query(
        `insert into bare_job (id, name, data) values (gen_random_uuid(), 'tell-of-meeting', jsonb_build_object('meetingId', $1::text))`,
        [meeting],
      );
      await client.query('commit');
    } finally {
      client.release();
    }
  });
  const rate = (accepted.length / (performance.now() - began)) * 1000;
  await pool.query(copies.map((table) => `drop table bare_${table}`).join(';'));
  return rate;
}

async function countOverlaps(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during`,
  );
  return Number(rows[0]?.count ?? 0);
}
