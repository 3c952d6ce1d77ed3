import { chromium, type Response } from '@playwright/test';
import { brotliCompressSync } from 'node:zlib';
import { atMost, report } from '../support/measures.ts';
import { startForum } from '../support/running-forum.ts';
import { signIn } from '../support/signed-in.ts';
import { importThousandSessions } from '../support/thousand-sessions.ts';

const kilobyte = 1000;

/** The first route's JavaScript, and the programme of 1,000 sessions on a phone four times slower than this machine. */
export default async function web(args: readonly string[]): Promise<void> {
  const forum = await startForum();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const { current } = (await (await fetch(`${forum.url}/api/forum`)).json()) as {
      current: { slug: string; startsOn: string };
    };
    await importThousandSessions(await signIn(forum, 'secretariat'), current);
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    const scripts: Response[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response);
    });
    await page.goto(`${forum.url}/forum`, { waitUntil: 'networkidle' });
    const bodies = await Promise.all(scripts.map((response) => response.body()));
    const size = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / kilobyte;

    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const began = Date.now();
    await page.goto(`${forum.url}/e/${current.slug}/programme`);
    await page.getByRole('listitem').getByRole('article').first().waitFor();
    const usable = Date.now() - began;
    report(
      'web',
      [
        atMost('first route, JavaScript as Brotli', size, 'kB', 220),
        atMost('programme of 1,000 sessions usable at 4× slowdown', usable / 1000, 's', 2),
      ],
      args,
    );
  } finally {
    await browser.close();
    await forum.stop();
  }
}
