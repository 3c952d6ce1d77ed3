import { setTimeout as pause } from 'node:timers/promises';

// Somebody who uses the forum while others attack it: node bystander.mjs <url> <edition> <cookie>
// Reads one thing at a time; told "report", it answers what the last reads took and how many of them were refused.

const [url, edition, cookie] = process.argv.slice(2);
let delays = [];
let refused = [];
let people = 0;

async function ask(what, path, options) {
  const began = performance.now();
  const answer = await fetch(`${url}/api${path}`, options).catch(() => ({ ok: false, status: 0 }));
  await answer.arrayBuffer?.();
  if (!answer.ok) refused.push(`${what}: ${answer.status}`);
  return performance.now() - began;
}

async function read() {
  for (let turn = 0; ; turn++) {
    delays.push(await ask('a read', `/editions/${edition}`, { headers: { cookie } }));
    if (turn % 10 === 0) delays.push(await ask('the programme', `/editions/${edition}/programme`));
    // Below what a session may ask for in a minute, so that whoever is refused is refused for somebody else's sake.
    await pause(70);
  }
}

async function signIn() {
  for (;;) {
    await pause(1_000);
    await ask('signing in', '/sign-in/codes', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mail: `bystander${people++}@bench.example` }),
    });
  }
}

process.on('message', () => {
  process.send({ delays, refused });
  [delays, refused] = [[], []];
});
void read();
void signIn();
process.send('ready');
