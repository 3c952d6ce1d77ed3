import { DomainError } from '@forum/domain/errors';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { isOnLoopback } from '../config.ts';
import { sendProblem } from '../http/problem.filter.ts';

const most = 50;
const style = `body{font:16px/1.5 system-ui;margin:2rem auto;max-width:50rem;padding:0 1rem}
article{border:1px solid #8884;padding:1rem;margin-block:1rem}h2{font-size:1.1rem;margin:0}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere}details pre{font:14px/1.4 ui-monospace,monospace}`;

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const linked = (text: string) =>
  text
    .split(/(https?:\/\/\S+)/)
    .map((part, n) => (n % 2 === 1 ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join('');

const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * Shows the mails that lie under the data folder, newest first: only in demo mode, only without an SMTP server, and only
 * under a name of this machine. A page elsewhere may let its own name lead here (DNS rebinding), and would read the codes.
 */
export function serveDevMail(server: FastifyInstance, folder: string): void {
  server.get('/dev/mail', async (request, reply) => {
    const here = `http://${request.headers.host}`;
    if (!URL.canParse(here) || !isOnLoopback(here)) {
      sendProblem(new DomainError('not_found', {}, 'There is nothing at GET /dev/mail.'), request, reply);
      return reply;
    }
    const mails = await newest(folder);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'`)
      .send(
        `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Mails of the demo forum</title><style>${style}</style><h1>Mails of the demo forum</h1>${mails.map(articleOf).join('') || '<p>No mail yet.</p>'}</html>`,
      );
  });
}

function articleOf({ subject = '', to = [], text = '', attachments }: Email): string {
  const parts = attachments.map(
    ({ filename, method, content }) =>
      `<details><summary>${escape(filename ?? '')} ${escape(method ?? '')}</summary><pre>${escape(String(content))}</pre></details>`,
  );
  return `<article><h2>${escape(subject)}</h2><p>${escape(to.map(({ address }) => address).join(', '))}</p><pre>${linked(text)}</pre>${parts.join('')}</article>`;
}

async function newest(folder: string): Promise<Email[]> {
  // Names begin with a UUIDv7, so their order is that of time.
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml')).sort();
  return Promise.all(
    files
      .slice(-most)
      .reverse()
      .map(async (file) =>
        PostalMime.parse(await readFile(path.join(folder, file)), { attachmentEncoding: 'utf8' }),
      ),
  );
}
