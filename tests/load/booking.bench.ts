import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Pool } from 'pg';
import { askForOneSlot, type OpenRequest, fillHall } from '../support/crowded-hall.ts';
import { connectTo } from '../support/forum-database.ts';
import { against, atMost, report } from '../support/measures.ts';
import { startForum } from '../support/running-forum.ts';

const meetings = 400;
const clients = 20;
/** The first slot of the hall that no other request of the benchmark is for. */
const firstRacedSlot = 40;

/**
 * 400 meetings of two people and a table accepted by 20 clients, against the bare driver writing the same rows; then all
 * others ask one person for the same slot and are accepted at the same moment, in 5 slots, with `--full` in 200.
 */
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
    const [asked] = requests as [OpenRequest];
    const races = [];
    for (let slot = 0; slot < (args.includes('--full') ? 200 : 5); slot++)
      races.push(
        await race(
          forum.url,
          current.slug,
          await askForOneSlot(pool, current.slug, asked, firstRacedSlot + slot),
        ),
      );
    const overlaps = await countOverlaps(pool);
    const bare = await bareRate(
      pool,
      requests.map(({ meeting }) => meeting),
    );
    report(
      'booking',
      [
        against(`${meetings} meetings of three resources, ${clients} clients`, ours, bare, 'meetings/s', 0.3),
        atMost('overlapping reservations', overlaps, 'pairs', 0),
        atMost(
          'races without exactly one winner',
          races.filter(({ booked }) => booked !== 1).length,
          'races',
          0,
        ),
        atMost('“try again” for each accept of a race', share(races), 'answers', 1),
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

/** How a race ended: how many were booked, and how often somebody was asked to try again. */
interface Race {
  accepts: number;
  booked: number;
  tryAgain: number;
}

/** Accepts all at the same moment, and again those that were answered “try again”, as a client does. */
async function race(url: string, edition: string, requests: readonly OpenRequest[]): Promise<Race> {
  const ended: Race = { accepts: requests.length, booked: 0, tryAgain: 0 };
  const accept = async (one: OpenRequest): Promise<void> => {
    const status = await statusOver(url, edition, one);
    if (status === 200) ended.booked++;
    if (status !== 503) return;
    ended.tryAgain++;
    return accept(one);
  };
  await Promise.all(requests.map(accept));
  return ended;
}

const share = (races: readonly Race[]) =>
  races.reduce((sum, { tryAgain }) => sum + tryAgain, 0) /
  races.reduce((sum, { accepts }) => sum + accepts, 0);

const agent = new Agent({ keepAlive: true, maxSockets: clients });

async function acceptOver(url: string, edition: string, request: OpenRequest): Promise<void> {
  const status = await statusOver(url, edition, request);
  if (status !== 200) throw new Error(`Accepting answered ${status}.`);
}

function statusOver(
  url: string,
  edition: string,
  { meeting, start, asked, cookie }: OpenRequest,
): Promise<number | undefined> {
  const body = JSON.stringify({ version: 1, start, participants: [asked] });
  const address = `${url}/api/editions/${edition}/meetings/${meeting}/acceptance`;
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'idempotency-key': randomUUID(),
  };
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/**
 * Meetings a second of the driver alone, with neither locks nor rules: the rows that an accept wrote, one transaction a
 * meeting. Reservations and participants go into the forum's own tables again; the change and the job into copies, so
 * that the forum, which still runs, does not work on them.
 */
async function bareRate(pool: Pool, accepted: readonly string[]): Promise<number> {
  await pool.query('create table kept_reservation as select * from reservation limit 0');
  await pool.query(
    'insert into kept_reservation select * from reservation where commitment_id = any($1::uuid[])',
    [accepted],
  );
  await pool.query(`
    create table kept_participant as
      select p.* from meeting_participant p where p.side = 'to' and meeting_id in (select commitment_id from kept_reservation);
    delete from reservation where id in (select id from kept_reservation);
    delete from meeting_participant p using kept_participant k where p.meeting_id = k.meeting_id and p.delegate_id = k.delegate_id;
    create index on kept_reservation (commitment_id);
    create index on kept_participant (meeting_id);
    create table bare_meeting (like meeting including all);
    create table bare_change (like change including all);
    create table bare_job (like pgboss.job including defaults);`);
  const began = performance.now();
  await inParallel(accepted, (meeting) => writeBare(pool, meeting));
  return (accepted.length / (performance.now() - began)) * 1000;
}

async function writeBare(pool: Pool, meeting: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('insert into bare_meeting select * from meeting where id = $1', [meeting]);
    await client.query(
      'insert into meeting_participant select * from kept_participant where meeting_id = $1',
      [meeting],
    );
    await client.query('insert into reservation select * from kept_reservation where commitment_id = $1', [
      meeting,
    ]);
    await client.query(
      `insert into bare_change (edition_id, streams, type, entity_id, version)
       select edition_id, array['staff:organiser'], 'meeting.changed', id, version from meeting where id = $1`,
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
}

async function countOverlaps(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*) from reservation a join reservation b on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during`,
  );
  return Number(rows[0]?.count ?? 0);
}
