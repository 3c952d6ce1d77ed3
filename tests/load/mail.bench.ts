import { setTimeout as pause } from 'node:timers/promises';
import { connectTo } from '../support/forum-database.ts';
import { atMost, report } from '../support/measures.ts';
import { startForum } from '../support/running-forum.ts';
import { startSlowMailServer } from '../support/slow-mail-server.ts';

const waiting = 10_000;
const codes = 30;
const serverTakes = 5_000;

/**
 * While 10,000 mails wait and the mail server takes 5 s for each: how long after its request a sign-in code is handed to
 * the mail server. Half are for people whom the forum knows, half for new addresses.
 */
export default async function mail(args: readonly string[]): Promise<void> {
  const mailServer = await startSlowMailServer(serverTakes);
  const forum = await startForum({ env: { SMTP_URL: mailServer.url } });
  const pool = connectTo(forum, 2);
  try {
    await pool.query(
      `insert into mail (recipient, subject, body)
       select 'bulk' || n || '@bench.example', 'News', 'There is news.' from generate_series(1, $1::int) n`,
      [waiting],
    );
    await pool.query(
      `insert into person (mail, display_name, sort_key)
       select 'known' || n || '@bench.example', 'Known', 'Known' from generate_series(1, $1::int) n`,
      [codes],
    );
    while (mailServer.handed.size < 4) await pause(50);
    const known = await delaysOf('known', forum.url, mailServer.handed);
    const fresh = await delaysOf('new', forum.url, mailServer.handed);
    report(
      'mail',
      [
        atMost('a code for a known person, the slowest of 15', Math.max(...known), 's to the mail server', 1),
        atMost('a code for a new address, the slowest of 15', Math.max(...fresh), 's to the mail server', 1),
      ],
      args,
    );
  } finally {
    await pool.end();
    await forum.stop();
    mailServer.close();
  }
}

/** Seconds from asking for each code, one every second and a half, until the mail server had it. */
async function delaysOf(word: string, url: string, handed: ReadonlyMap<string, number>): Promise<number[]> {
  const delays = [];
  for (let n = 1; n <= codes / 2; n++) {
    const to = `${word}${n}@bench.example`;
    const began = performance.now();
    await fetch(`${url}/api/sign-in/codes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mail: to }),
    });
    while (!handed.has(to)) await pause(5);
    delays.push(((handed.get(to) ?? 0) - began) / 1000);
    await pause(Math.max(0, 1_500 - (performance.now() - began)));
  }
  return delays;
}
