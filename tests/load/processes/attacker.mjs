import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';

// One machine that attacks a forum until it is killed: node attacker.mjs <url> <attack> <edition> <cookie> <file or ->

const [url, attack, edition, cookie, file] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });

/** Sends a request and reads all of the answer; what goes wrong is the forum's affair. */
function ask(path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve) => {
    const sent = request(`${url}${path}`, { agent, method, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.headers));
      answer.on('error', () => resolve({}));
    });
    sent.on('error', () => pause(5).then(() => resolve({})));
    sent.end(body);
  });
}

/** So many connections that each ask again as soon as they are answered. */
const hammer = (connections, once) =>
  Array.from({ length: connections }, async (_, n) => {
    for (let turn = 0; ; turn++) await once(n, turn);
  });

function flood(withAnswers) {
  const socket = io(url, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
  });
  const send = () => {
    if (!socket.connected) return;
    const answer = withAnswers ? [() => undefined] : [];
    for (let n = 0; n < 200; n++) socket.emit('follow', { edition }, ...answer);
    setImmediate(send);
  };
  socket.on('connect', send);
}

function unfinished() {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('connect', () =>
    socket.write(
      `POST /api/sign-in/codes HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 60000\r\n\r\n{"`,
    ),
  );
  socket.on('error', () => undefined);
}

const attacks = {
  'one socket that asks without end what to follow': () => flood(false),
  'one socket that asks and waits for no answer': () => flood(true),
  '50 such sockets': () => Array.from({ length: 50 }, () => flood(false)),
  '1,000 such sockets': () => Array.from({ length: 1_000 }, () => flood(false)),
  'the description of the API, 8 connections': () => hammer(8, () => ask('/api/openapi.json')),
  'day sheets of a new account, 8 connections': () =>
    hammer(8, () => ask(`/api/editions/${edition}/day-sheet`, { headers: { cookie } })),
  'reads of strangers, 200 connections': () => hammer(200, () => ask('/api/editions')),
  'forged cookies, 100 connections': () =>
    hammer(100, (n, turn) =>
      ask('/api/editions', { headers: { cookie: `forum=${String(n * 1e6 + turn).padStart(43, 'x')}` } }),
    ),
  'addresses that are too long, 50 connections': () =>
    hammer(50, () => ask(`/api/editions/${'x'.repeat(9_000)}`)),
  'bodies that do not end, 3,000': () => Array.from({ length: 3_000 }, unfinished),
  'an import': async () => {
    const { readFile } = await import('node:fs/promises');
    const body = await readFile(file);
    hammer(1, () =>
      ask(`/api/editions/${edition}/programme/imports`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body,
      }),
    );
  },
  'the start of a session: 2,000 phones open the programme in ten seconds': () =>
    Array.from({ length: 2_000 }, async () => {
      const programme = `/api/editions/${edition}/programme`;
      await pause(10_000 * Math.random());
      const { etag = '' } = await ask(programme, { headers: { 'accept-encoding': 'br' } });
      await ask(programme, { headers: { 'if-none-match': etag } });
    }),
};

await attacks[attack]();
process.send('ready');
