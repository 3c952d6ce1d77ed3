import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readProgramme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type CuttingProxy, startCuttingProxy } from '../testing/cutting-proxy.ts';
import { byId, LightClient } from '../testing/light-client.ts';
import { ScheduleReplay } from '../testing/replay-schedule.ts';
import { scheduleStory } from '../testing/schedule-changes.ts';
import { createTestEdition, type TestEdition } from '../testing/test-edition.ts';
import { startTestForum, type TestBrowser, type TestForum } from '../testing/test-forum.ts';
import { accredit } from '../testing/test-programme.ts';

const clientCount = 200;
const stepCount = 120;
const mostCuts = 5;
/** How long they may take to converge on a busy machine, in milliseconds; the benchmark `live` measures it. */
const longest = 120_000;

interface Reader {
  name: string;
  browser: TestBrowser;
  client: LightClient;
}

const story = scheduleStory(stepCount);

let forum: TestForum;
let edition: TestEdition;
let replay: ScheduleReplay;
let proxy: CuttingProxy;
let delegate: TestBrowser;
let readers: Reader[] = [];

beforeAll(async () => {
  forum = await startTestForum();
  edition = await createTestEdition(forum.database, 2031);
  replay = new ScheduleReplay(await forum.signIn('desk@host.example', { secretariat: true }), edition);
  for (const [guid, talk] of story.base) await replay.add(guid, talk);
  delegate = await forum.signIn('kim@ministry.example');
  await accredit(forum, edition, delegate);
  proxy = await startCuttingProxy(forum.url);
  const audiences = [forum.visitor(), delegate];
  readers = Array.from({ length: clientCount }, (_, n) => {
    const name = `phone-${n}`;
    const browser = audiences[n % 2] ?? delegate;
    return {
      name,
      browser,
      client: new LightClient(proxy.url, edition.slug, { name, cookie: browser.cookie }),
    };
  });
  await Promise.all(readers.map(({ client }) => client.start()));
});
afterAll(async () => {
  await Promise.all(readers.map(({ client }) => client.stop()));
  await proxy.stop();
  await forum.stop();
});

interface Cut {
  name: string;
  /** The step of the schedule that it comes after, or as soon as the client is connected again. */
  after: number;
}

/** One to five cuts of every client, at any moments of the story. */
const cutsOf = ({ name }: Reader, n: number): Cut[] =>
  Array.from({ length: 1 + (n % mostCuts) }, () => ({ name, after: Math.random() * stepCount }));

/** Cuts what is due and answers what is left to cut. */
const cutDue = (cuts: readonly Cut[], step: number) =>
  cuts.filter(({ name, after }) => after > step || !proxy.cut(name));

/** What everybody of an audience should see, read at the source. */
async function freshFor(browser: TestBrowser): Promise<Session[]> {
  const { body } = await browser.call(readProgramme, { params: { edition: edition.slug } });
  return byId(body.sessions);
}

const versionsOf = (sessions: readonly Session[]) =>
  sessions.map(({ id, version }) => `${id} ${version}`).sort();

/** Everybody whose sessions are not those of a fresh fetch; all, while that is behind what the writes were answered. */
async function readersWhoDiffer(): Promise<string[]> {
  const fresh = new Map<TestBrowser, Session[]>();
  for (const browser of new Set(readers.map((reader) => reader.browser)))
    fresh.set(browser, await freshFor(browser));
  const written = versionsOf(replay.sessions.filter(({ audience }) => audience !== 'restricted'));
  const isBehind = !isDeepStrictEqual(versionsOf(fresh.get(delegate) ?? []), written);
  if (isBehind) return readers.map(({ name }) => name);
  return readers
    .filter(({ browser, client }) => !isDeepStrictEqual(client.sessions, fresh.get(browser)))
    .map(({ name }) => name);
}

async function untilNobodyDiffers(): Promise<{ differ: string[]; after: number }> {
  const begun = Date.now();
  for (;;) {
    const differ = await readersWhoDiffer();
    const after = Date.now() - begun;
    if (differ.length === 0 || after > longest) return { differ, after };
    await pause(50);
  }
}

describe(`${clientCount} clients that are each cut off 1 to ${mostCuts} times during ${story.source}`, () => {
  it('stand where a fresh fetch stands after the last cut, with nothing applied twice', async () => {
    const begun = Date.now();
    let cuts = readers.flatMap(cutsOf);
    for (const [n, step] of story.steps.entries()) {
      await replay.take(step);
      cuts = cutDue(cuts, n);
      await pause(15);
    }
    for (; cuts.length > 0; await pause(15)) cuts = cutDue(cuts, stepCount);
    const took = Date.now() - begun;
    const { differ, after } = await untilNobodyDiffers();
    console.info(
      `${replay.taken} changes (${replay.idle} idle) in ${took} ms, ${sum(({ client }) => client.losses)} sockets lost, ` +
        `converged ${after} ms after the last cut`,
    );
    expect(differ).toEqual([]);
    expect(replay.taken).toBeGreaterThan(stepCount * 0.5);
    for (const { client } of readers) {
      expect(client.losses).toBeGreaterThanOrEqual(1);
      expect(client.applied.length).toBeGreaterThan(0);
      expect(new Set(client.applied).size).toBe(client.applied.length);
    }
  });
});

const sum = (of: (reader: Reader) => number) => readers.reduce((total, reader) => total + of(reader), 0);
