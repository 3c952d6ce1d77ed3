import { listFirms } from '@forum/contract/firms/firms';
import { listMeetings } from '@forum/contract/meetings/meetings';
import type { Session } from '@forum/contract/programme/session';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SimulatedClient } from './simulation/simulated-client.ts';
import { SimulatedServer } from './simulation/simulated-server.ts';

interface World {
  server: SimulatedServer;
  client: SimulatedClient;
}
type Act = (world: World) => void;

/** Lets every promise that can go on, go on. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await null;
};

const sequence: Act = ({ server, client }) => {
  const changes = server.sequence();
  const isConnected = client.state.socket === 'open' || client.wire.length > 0;
  if (isConnected && changes.length > 0) client.wire.push({ kind: 'changes', changes });
};
const deliver: Act = ({ client }) => {
  const message = client.wire.shift();
  if (message) client.hear(message);
};
const serve: Act = ({ client }) => {
  const read = client.reads.find((one) => one.served === undefined);
  if (read) read.served = read.serve();
};
const land: Act = ({ client }) => {
  const at = client.reads.findIndex((one) => one.served !== undefined);
  const [read] = at >= 0 ? client.reads.splice(at, 1) : [];
  read?.land(read.served);
};
const answerAsk: Act = ({ server, client }) => {
  const open = client.asks.find((one) => !one.answer);
  if (open) open.answer = { kind: 'caught-up', ...server.changesSince(open.since) };
};
const landAsk: Act = ({ client }) => {
  const { answer } = client.asks[0]?.answer ? (client.asks.shift() ?? {}) : {};
  if (answer) client.hear(answer);
};
const failAsk: Act = ({ client }) => {
  if (client.asks.shift()) client.hear({ kind: 'ask-failed', reached: false });
};
const respond: Act = ({ client }) => {
  const session = client.answers.shift();
  if (session) client.absorb(session);
};
const cut: Act = ({ client }) => {
  client.wire.length = 0;
  client.hear({ kind: 'closed' });
};
const reconnect: Act = ({ client }) => client.hear({ kind: 'timer', timer: 'reconnect' });
const poll: Act = ({ client }) => client.hear({ kind: 'timer', timer: 'poll' });
const leave: Act = ({ client }) => client.hear({ kind: 'leaving', retryAfter: 1000 });
const duplicate: Act = ({ client }) => {
  const [message] = client.wire;
  if (message) client.wire.splice(1, 0, message);
};
const lose: Act = ({ client }) => {
  if (client.wire[0]?.kind === 'changes') client.wire.shift();
};
const beat: Act = ({ server, client }) => {
  if (client.state.socket === 'open')
    client.wire.push({ kind: 'heartbeat', heads: server.heads(), now: new Date(0).toISOString() });
};
const writeMeeting: Act = ({ server }) => server.writeMeeting();
const writeFirms: Act = ({ server }) => server.writeFirms();

const named = {
  sequence,
  deliver,
  serve,
  land,
  answerAsk,
  landAsk,
  failAsk,
  respond,
  cut,
  reconnect,
  poll,
  leave,
  duplicate,
  lose,
  beat,
  writeMeeting,
  writeFirms,
};
type Name = keyof typeof named;

const common: Name[] = [
  'sequence',
  'deliver',
  'serve',
  'serve',
  'land',
  'answerAsk',
  'landAsk',
  'respond',
  'reconnect',
];
const rare = Object.keys(named).filter((name) => !common.includes(name as Name)) as Name[];
const act = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...common) },
  { weight: 3, arbitrary: fc.constantFrom(...rare) },
  {
    weight: 3,
    arbitrary: fc.record({
      session: fc.nat(3),
      audience: fc.constantFrom<Session['audience']>('public', 'accredited', 'restricted'),
      minute: fc.nat(59),
    }),
  },
);

async function quiesce(world: World): Promise<void> {
  for (let round = 0; round < 40; round++) {
    if (world.client.state.socket === 'closed') reconnect(world);
    for (const one of [sequence, deliver, answerAsk, landAsk, serve, land, respond]) one(world);
    if (round % 8 === 7) beat(world);
    await settle();
  }
}

const byId = (sessions: readonly Session[]) => [...sessions].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a client that follows an edition', () => {
  it('ends equal to a fresh fetch, never moves back and applies nothing twice, whatever happens on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 60 }), async (acts) => {
        const server = new SimulatedServer();
        const world = { server, client: new SimulatedClient(server) };
        world.client.hear({ kind: 'start' });
        const seen = new Map<string, number>();
        for (const one of acts) {
          if (typeof one === 'string') named[one](world);
          else world.client.answers.push(server.writeSession(one.session, one.audience, one.minute));
          await settle();
          for (const session of world.client.programme()?.sessions ?? []) {
            expect(session.version).toBeGreaterThanOrEqual(seen.get(session.id) ?? 0);
            seen.set(session.id, session.version);
          }
        }
        await quiesce(world);
        expect(byId(world.client.programme()?.sessions ?? [])).toEqual(byId(server.programme().sessions));
        expect(world.client.data<{ count: number }>(listMeetings)?.count).toBe(server.meetings().count);
        expect(world.client.data<{ count: number }>(listFirms)?.count).toBe(server.firms().count);
        expect(world.client.state.status.state).toBe('live');
        expect(world.client.applied).toEqual([...new Set(world.client.applied)]);
        world.client.stop();
      }),
      { numRuns: 500 },
    );
  });
});
