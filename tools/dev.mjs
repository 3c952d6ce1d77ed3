import { spawn } from 'node:child_process';
import { build, install } from './prepare.mjs';

install();
build();

/** The API is rebuilt and restarted on each change; both apps reload in the browser at ports 5173 and 5174. */
const programs = [
  ['npx', ['vite', 'build', '--watch', '--logLevel', 'warn'], 'apps/api'],
  [process.execPath, ['--watch', '--enable-source-maps', 'apps/api/dist/server/main.js'], '.'],
  ['npx', ['vite', '--port', '5173', '--strictPort'], 'apps/attendee'],
  ['npx', ['vite', '--port', '5174', '--strictPort'], 'apps/secretariat'],
];

const children = programs.map(([command, args, cwd]) =>
  spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' }),
);

function end() {
  for (const child of children) child.kill('SIGTERM');
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
for (const child of children) child.on('exit', end);
