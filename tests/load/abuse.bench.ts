import { type ChildProcess, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { atMost, type Measure, report } from '../support/measures.ts';
import { startProcess } from '../support/processes.ts';
import { type RunningForum, startForum } from '../support/running-forum.ts';
import { signIn, signInByMail } from '../support/signed-in.ts';

const seconds = 15;
const quietSeconds = 10;
/** What an attack may make of the p95 of others: so many times the quiet one, or so many milliseconds. */
const mostTimes = 4;
const mostMs = 150;
const mostMegabytes = 700;

interface Seen {
  delays: number[];
  refused: string[];
}

interface Attack {
  name: string;
  /** As the attacker's process knows it, where that is another. */
  kind?: string;
  cookie?: string;
  file?: string;
}

/** What one machine can do to a forum, told by how long others wait meanwhile, and whether any of them is refused. */
export default async function abuse(args: readonly string[]): Promise<void> {
  const forum = await startForum({ env: { SESSION_POINTS: '' } });
  const children: ChildProcess[] = [];
  try {
    const desk = await signIn(forum, 'secretariat');
    const { current } = await desk.get<{ current: { slug: string } }>('/forum');
    const { cookie } = await signIn(forum, 'delegate');
    const bystander = await startProcess('bystander', forum.url, current.slug, cookie);
    children.push(bystander);
    await watch(bystander, 3);
    const quiet = p95((await watch(bystander, quietSeconds)).delays);
    const goal = Math.max(mostTimes * quiet, mostMs);
    const measures: Measure[] = [atMost('quiet: p95', quiet, 'ms', mostMs)];
    for (const attack of await attacks(forum, desk.cookie)) {
      const attacker = await startProcess(
        'attacker',
        forum.url,
        attack.kind ?? attack.name,
        current.slug,
        attack.cookie ?? '-',
        attack.file ?? '-',
      );
      children.push(attacker);
      const { delays, refused } = await watch(bystander, seconds);
      attacker.kill('SIGKILL');
      measures.push(
        atMost(`${attack.name}: p95 of others`, p95(delays), 'ms', goal),
        atMost(`${attack.name}: others refused${sample(refused)}`, refused.length, '', 0),
        atMost(`${attack.name}: memory of the server`, megabytes(forum), 'MB', mostMegabytes),
      );
      await watch(bystander, 3);
    }
    report('abuse', measures, args);
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await forum.stop();
  }
}

async function attacks(forum: RunningForum, desk: string): Promise<Attack[]> {
  const { cookie } = await signInByMail(forum, 'new.account@bench.example');
  const imports = hostileFiles().map(([name, content]) => {
    const file = path.join(forum.dataDir, `${name.replace(/\W+/g, '-')}.xml`);
    writeFileSync(file, content);
    return { name: `an import of ${name}`, kind: 'an import', cookie: desk, file };
  });
  return [
    { name: 'one socket that asks without end what to follow' },
    { name: 'one socket that asks and waits for no answer' },
    { name: '50 such sockets' },
    { name: '1,000 such sockets' },
    { name: 'the description of the API, 8 connections' },
    { name: 'day sheets of a new account, 8 connections', cookie },
    { name: 'reads of strangers, 200 connections' },
    { name: 'forged cookies, 100 connections' },
    { name: 'addresses that are too long, 50 connections' },
    { name: 'bodies that do not end, 3,000' },
    ...imports,
    { name: 'the start of a session: 2,000 phones open the programme in ten seconds' },
  ];
}

/** What one file may hold: all sessions at one time in one room, and one text as large as a file may be. */
function hostileFiles(): [name: string, content: string][] {
  const event = (n: number, abstract = '') =>
    `<event guid="00000000-0000-4000-8000-${String(n).padStart(12, '0')}" id="${n}"><date>2031-05-12T10:00:00+09:00</date><start>10:00</start><duration>00:30</duration><room>Hall</room><title>Session ${n}</title><abstract>${abstract}</abstract></event>`;
  const schedule = (events: string) =>
    `<?xml version="1.0"?><schedule><conference><title>Bench</title><start>2031-05-12</start><end>2031-05-12</end><days>1</days><time_zone_name>Asia/Seoul</time_zone_name></conference><day index="1" date="2031-05-12" start="2031-05-12T06:00:00+09:00" end="2031-05-13T05:59:00+09:00"><room name="Hall">${events}</room></day></schedule>`;
  const crowd = Array.from({ length: 19_000 }, (_, n) => event(n)).join('');
  return [
    ['19,000 sessions in one room at one time', schedule(crowd)],
    ['a text of 18 MB', schedule(event(1, 'x'.repeat(18 * 1024 * 1024)))],
  ];
}

/** What a bystander sees in so many seconds. */
async function watch(bystander: ChildProcess, duration: number): Promise<Seen> {
  const ask = () =>
    new Promise<Seen>((resolve) => {
      bystander.once('message', (seen) => resolve(seen as Seen));
      bystander.send('report');
    });
  await ask();
  await pause(duration * 1_000);
  return ask();
}

/** One that never came back within the time counts as what it is: an attack that worked. */
const p95 = (delays: readonly number[]): number =>
  [...delays].sort((a, b) => a - b)[Math.floor(delays.length * 0.95)] ?? Infinity;

const sample = (refused: readonly string[]) =>
  refused.length > 0 ? ` (${[...new Set(refused)].join(', ')})` : '';

/** Resident memory of the server's process. */
const megabytes = ({ process: { pid } }: RunningForum): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
