import { io } from 'socket.io-client';

// Many sockets in one process that each keep the newest version of every session they hear of:
// node crowd.mjs <url> <count> <edition or -> <cookie or ->
// Tells its parent "ready", and for each version of a session when the last of them had applied it.

const [url, count, edition, cookie] = process.argv.slice(2);
const sockets = Number(count);
const applied = new Map();
let bytes = 0;

const now = () => performance.timeOrigin + performance.now();

function follow() {
  const known = new Map();
  const socket = io(url, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    ...(cookie === '-' ? {} : { extraHeaders: { cookie } }),
  });
  socket.io.on('open', () => socket.io.engine.on('packet', ({ data }) => (bytes += data?.length ?? 0)));
  socket.on('changes', ({ changes }) => {
    for (const change of changes) {
      if ((known.get(change.entity) ?? -1) >= change.version) continue;
      known.set(change.entity, change.version);
      note(`${change.entity} ${change.version}`);
    }
  });
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('welcome', resolve);
    if (edition === '-') socket.on('connect', resolve);
    else socket.on('connect', () => socket.emit('follow', { edition }));
  });
}

function note(key) {
  const heard = (applied.get(key) ?? 0) + 1;
  applied.set(key, heard);
  if (heard === sockets) process.send({ key, at: now(), bytes: bytes / sockets });
}

for (let opened = 0; opened < sockets; opened += 50)
  await Promise.all(Array.from({ length: Math.min(50, sockets - opened) }, follow));
process.send('ready');
