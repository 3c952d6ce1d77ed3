import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { atMost, type Measure, report } from '../support/measures.ts';
import { startProcess } from '../support/processes.ts';
import { freePort, startForum } from '../support/running-forum.ts';
import { type SignedIn, signIn } from '../support/signed-in.ts';

const sockets = 2_000;
const rounds = 40;
const warmUps = 5;
const betweenRounds = 250;
/** What the journal may add to a bare broadcast, in milliseconds. */
const allowance = 100;

interface Arrival {
  key: string;
  at: number;
  bytes: number;
}
interface Told {
  /** Milliseconds until the last client had applied each change. */
  delays: number[];
  bytesPerClient: number;
}

/** One change to 2,000 sockets of accredited delegates, from the write's request on, against a bare broadcast of the same bytes. */
export default async function live(args: readonly string[]): Promise<void> {
  const ours = await throughTheForum();
  const bare = await throughBareSockets(ours.payload);
  const [slow, reference] = [p95(ours.delays), p95(bare.delays)];
  const goal = 1.5 * reference + allowance;
  const delay: Measure = {
    name: `p95 until the last of ${sockets} clients has applied a change; goal 1.5 × bare + ${allowance} ms`,
    ours: slow,
    bare: reference,
    ratio: goal / slow,
    unit: 'ms',
    goal: 1,
    met: slow <= goal,
  };
  report('live', [delay, atMost('bytes a client for one change', ours.bytesPerClient, 'B', 2_048)], args);
}

async function throughTheForum(): Promise<Told & { payload: object }> {
  const forum = await startForum();
  try {
    const desk = await signIn(forum, 'secretariat');
    const { current } = await desk.get<{ current: { slug: string } }>('/forum');
    const { cookie } = await signIn(forum, 'delegate');
    const sessions = `/editions/${current.slug}/sessions`;
    const session = await publicSession(desk, current.slug);
    const crowd = await startProcess('crowd', forum.url, String(sockets), current.slug, cookie);
    try {
      const told = await tellInRounds(crowd, async (round) => {
        const { version } = await desk.get<{ version: number }>(`${sessions}/${session}`);
        const at = now();
        await desk.send('POST', `${sessions}/${session}/changes`, {
          version,
          change: { kind: round % 2 === 0 ? 'cancel' : 'reinstate' },
        });
        return { key: `${session} ${version + 1}`, at };
      });
      return { ...told, payload: await lastChange(desk, current.slug, session) };
    } finally {
      crowd.kill();
    }
  } finally {
    await forum.stop();
  }
}

async function throughBareSockets(payload: object): Promise<Told> {
  const port = await freePort();
  const server = await startProcess('bare-broadcast', String(port));
  const crowd = await startProcess('crowd', `http://127.0.0.1:${port}`, String(sockets), '-', '-');
  try {
    return await tellInRounds(crowd, (round) => {
      const at = now();
      server.send({ changes: [{ ...payload, entity: 'session', version: round + 1 }] });
      return Promise.resolve({ key: `session ${round + 1}`, at });
    });
  } finally {
    crowd.kill();
    server.kill();
  }
}

/** Makes changes one after another, and waits each time until the whole crowd has applied it. */
async function tellInRounds(
  crowd: ChildProcess,
  make: (round: number) => Promise<{ key: string; at: number }>,
): Promise<Told> {
  const arrivals = new Map<string, Arrival>();
  crowd.on('message', (arrival: Arrival) => arrivals.set(arrival.key, arrival));
  const delays: number[] = [];
  let before = 0;
  let bytes = 0;
  for (let round = 0; round < warmUps + rounds; round++) {
    const { key, at } = await make(round);
    let arrival: Arrival | undefined;
    for (let waited = 0; !arrival; waited += 5) {
      if (waited > 20_000) throw new Error(`Change ${round} did not reach all ${sockets} clients in 20 s.`);
      await pause(5);
      arrival = arrivals.get(key);
    }
    if (round >= warmUps) delays.push(arrival.at - at);
    bytes = round === 0 ? 0 : bytes + arrival.bytes - before;
    before = arrival.bytes;
    await pause(betweenRounds);
  }
  return { delays, bytesPerClient: bytes / (warmUps + rounds - 1) };
}

async function publicSession(desk: SignedIn, edition: string): Promise<string> {
  const { sessions } = await desk.get<{ sessions: { id: string; audience: string; state: string }[] }>(
    `/editions/${edition}/programme`,
  );
  const chosen = sessions.find(({ audience, state }) => audience === 'public' && state === 'scheduled');
  if (!chosen) throw new Error('The demonstration forum holds no public session.');
  return chosen.id;
}

/** The change as it went over the wire, for the bare server to send the same. */
async function lastChange(desk: SignedIn, edition: string, session: string): Promise<object> {
  const { changes } = await desk.get<{ changes: { entity: string }[] }>(
    `/editions/${edition}/changes?since=public:1`,
  );
  return changes.filter(({ entity }) => entity === session).at(-1) ?? {};
}

const now = () => performance.timeOrigin + performance.now();

const p95 = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
