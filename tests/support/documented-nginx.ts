import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin'];
const found = (name: string) =>
  folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;

/** Whether nginx and what makes a certificate are there; `npm test` installs nginx where it may. */
export const nginxIsThere = found('nginx') !== null && found('openssl') !== null;

/** The text of docs/operating.md. */
export const operating = () =>
  readFileSync(fileURLToPath(new URL('../../docs/operating.md', import.meta.url)), 'utf8');

/** A block of code of docs/operating.md, by its language and a part of it. */
export function documented(language: string, part: string): string {
  const blocks = [...operating().matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const block = blocks.find(([, of, text]) => of === language && text?.includes(part))?.[2];
  if (!block) throw new Error(`docs/operating.md has no ${language} with “${part}”.`);
  return block;
}

/** An nginx that runs the configuration of docs/operating.md, with ports, names and files of its own. */
export interface DocumentedNginx {
  /** Of the certificate that it made for itself. */
  certificate: string;
  /** All that its logs hold. */
  logs(): string;
  stop(): Promise<void>;
}

/** Starts one in `folder`, in front of two nodes; fails when the document no longer holds what is filled in. */
export async function startDocumentedNginx(
  folder: string,
  ports: { http: number; https: number; nodes: readonly [number, number] },
): Promise<DocumentedNginx> {
  const inside = (name: string) => path.join(folder, name);
  spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...[
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      inside('key.pem'),
      '-out',
      inside('certificate.pem'),
    ],
  ]);
  const filled = [
    ['127.0.0.1:3000', `127.0.0.1:${ports.nodes[0]}`],
    ['127.0.0.1:3001', `127.0.0.1:${ports.nodes[1]}`],
    ['listen 80;', `listen 127.0.0.1:${ports.http};`],
    ['listen 443 ssl', `listen 127.0.0.1:${ports.https} ssl`],
    ['/etc/letsencrypt/live/forum.example/fullchain.pem', inside('certificate.pem')],
    ['/etc/letsencrypt/live/forum.example/privkey.pem', inside('key.pem')],
    ['/var/log/nginx/forum.log', inside('access.log')],
    ['forum.example', 'localhost'],
  ].reduce(
    (text, [from = '', to = '']) => {
      if (!text.includes(from)) throw new Error(`The configuration of nginx does not hold “${from}”.`);
      return text.replaceAll(from, to);
    },
    documented('nginx', 'upstream forum'),
  );
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    inside('nginx.conf'),
    `daemon off; pid ${inside('nginx.pid')}; error_log ${inside('error.log')} info; events {}
     http { ${temporary.map((name) => `${name}_temp_path ${inside(name)};`).join(' ')}
     ${filled} }`,
  );
  const nginx = spawn(
    found('nginx')!,
    ['-p', folder, '-e', inside('error.log'), '-c', inside('nginx.conf')],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await untilListening(nginx, inside('nginx.pid'));
  const log = (name: string) => (existsSync(inside(name)) ? readFileSync(inside(name), 'utf8') : '');
  return {
    certificate: readFileSync(inside('certificate.pem'), 'utf8'),
    logs: () => log('access.log') + log('error.log'),
    stop: async () => {
      if (nginx.exitCode !== null) return;
      nginx.kill('SIGTERM');
      await once(nginx, 'exit');
    },
  };
}

async function untilListening(nginx: ChildProcess, pidFile: string): Promise<void> {
  let said = '';
  nginx.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!existsSync(pidFile)) {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
