import { type FastifyInstance } from 'fastify';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Shows the mails that lie under the data folder, newest first: only in demo mode, only without an SMTP server. */
export function serveDevMail(server: FastifyInstance, folder: string): void {
  server.get('/dev/mail', async (_, reply) => {
    const mails = await newest(folder);
    const articles = mails.map((mail) => `<article><pre>${escape(mail.text)}</pre></article>`);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(
        `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mails of the demo forum</title><style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:50rem;padding:0 1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #8884;padding:1rem}</style><h1>Mails of the demo forum</h1>${articles.join('') || '<p>No mail yet.</p>'}</html>`,
      );
  });
  server.get('/dev/mail.json', async (_, reply) =>
    reply.header('cache-control', 'no-store').send(await newest(folder)),
  );
}

async function newest(folder: string): Promise<{ file: string; text: string }[]> {
  // Names begin with a UUIDv7, so their order is that of time.
  const files = (await readdir(folder).catch(() => []))
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .reverse();
  return Promise.all(
    files
      .slice(0, 50)
      .map(async (file) => ({ file, text: readable(await readFile(path.join(folder, file), 'utf8')) })),
  );
}

/** A mail as a person reads it: quoted-printable and base64 parts decoded. */
function readable(raw: string): string {
  return raw
    .split(/\r?\n(?=--|Content-Type:)/)
    .map((part) =>
      /transfer-encoding: base64/i.test(part)
        ? decodeBase64(part)
        : /quoted-printable/i.test(part)
          ? decodeQuoted(part)
          : part,
    )
    .join('\n');
}

function decodeBase64(part: string): string {
  const [head = '', ...body] = part.split(/\r?\n\r?\n/);
  return `${head}\n\n${Buffer.from(body.join(''), 'base64').toString('utf8')}`;
}

function decodeQuoted(part: string): string {
  const [head = '', ...body] = part.split(/\r?\n\r?\n/);
  const bytes = body
    .join('\n\n')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}`;
}
