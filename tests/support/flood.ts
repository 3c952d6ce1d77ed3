import { Agent, request } from 'node:http';
import { io } from 'socket.io-client';

/** What one machine sends a forum until it is stopped. */
export interface Flood {
  /** How many of its requests were answered so far, and how many of these were refused as too many. */
  readonly seen: { readonly answered: number; readonly refused: number };
  stop(): void;
}

interface FloodOptions {
  edition: string;
  /** Of the account that floods; every second request and socket is a stranger's. */
  cookie: string;
  perSecond: number;
  sockets: number;
}

const everyMs = 50;

/** Sends so many requests a second, and keeps so many sockets asking what to follow. */
export function startFlood(url: string, { edition, cookie, perSecond, sockets }: FloodOptions): Flood {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 });
  const seen = { answered: 0, refused: 0 };
  let sent = 0;
  let underWay = 0;
  const ask = () => {
    // What is not answered is not sent on: the flood is the forum's to bear, not this process's.
    if (underWay >= 2 * perSecond) return;
    underWay++;
    const headers = sent++ % 2 === 0 ? { cookie } : {};
    const asked = request(`${url}/api/editions`, { agent, headers }, (answer) => {
      seen.answered++;
      if (answer.statusCode === 429) seen.refused++;
      answer.resume();
    });
    asked.on('error', () => undefined);
    asked.on('close', () => underWay--);
    asked.end();
  };
  const open = Array.from({ length: sockets }, (_, n) =>
    io(url, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: n % 2 === 0 ? { cookie } : {},
    }),
  );
  const timer = setInterval(() => {
    for (let n = 0; n < (perSecond * everyMs) / 1_000; n++) ask();
    for (const socket of open) if (socket.connected) socket.emit('follow', { edition });
  }, everyMs);
  return {
    seen,
    stop: () => {
      clearInterval(timer);
      for (const socket of open) socket.disconnect();
      agent.destroy();
    },
  };
}
