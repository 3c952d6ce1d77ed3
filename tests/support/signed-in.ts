import { setTimeout as pause } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { runCommand } from './command-line.ts';
import { newestCode } from './mails.ts';
import { patientFetch } from './patient-fetch.ts';
import type { RunningForum } from './running-forum.ts';

/** Calls the API of a forum as one of its demo roles, with the session's cookie. */
export interface SignedIn {
  cookie: string;
  get<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: string, path: string, body: unknown): Promise<Answer>;
}

/** Signs in by the link that the forum printed for a role. */
export async function signIn(forum: RunningForum, role: string): Promise<SignedIn> {
  const link = [...forum.links].find(([name]) => name.toLowerCase().includes(role.toLowerCase()))?.[1];
  if (!link)
    throw new Error(`The forum printed no link for ${role}, only for ${[...forum.links.keys()].join(', ')}.`);
  const answer = await patientFetch(`${forum.url}/api/sign-in/links`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: new URL(link).hash.slice(1) }),
  });
  return caller(forum.url, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

/** Signs in as anybody does: asks for a code, and types the one that was mailed. */
export async function signInByMail(forum: RunningForum, mail: string): Promise<SignedIn> {
  const nobody = caller(forum.url, '');
  const before = newestCode(forum, mail);
  const { challenge } = await nobody.send<{ challenge: string }>('POST', '/sign-in/codes', { mail });
  for (let tries = 0; tries < 100; tries++) {
    const code = newestCode(forum, mail);
    if (code === before) {
      await pause(100);
      continue;
    }
    const answer = await patientFetch(`${forum.url}/api/sign-in/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ challenge, code }),
    });
    if (!answer.ok) throw new Error(`Signing ${mail} in: ${answer.status} ${await answer.text()}`);
    return caller(forum.url, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
  }
  throw new Error(`No code came for ${mail}.`);
}

/**
 * Signs in a member of the host's team as they do: by mail, then by the app that they set up with a code from the command
 * line of the machine.
 */
export async function signInToHost(forum: RunningForum, mail: string): Promise<SignedIn> {
  const byMail = await signInByMail(forum, mail);
  const said = await runCommand(forum, 'enrol-code', mail);
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said)?.[0];
  await byMail.send('POST', '/me/factors/enrolment', { code });
  const { secret } = await byMail.send<{ secret: string }>('POST', '/me/factors/code-app/secret', undefined);
  const answer = await patientFetch(`${forum.url}/api/me/factors/code-app`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie: byMail.cookie },
    body: JSON.stringify({ code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() }),
  });
  if (!answer.ok)
    throw new Error(`Setting up the factor of ${mail}: ${answer.status} ${await answer.text()}`);
  return caller(forum.url, (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
}

function caller(url: string, cookie: string): SignedIn {
  const ask = async (method: string, path: string, body?: unknown) => {
    const isFile = body instanceof Uint8Array;
    const answer = await patientFetch(`${url}/api${path}`, {
      method,
      headers: {
        cookie,
        ...(body === undefined
          ? {}
          : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    cookie,
    get: <Answer>(path: string) => ask('GET', path) as Promise<Answer>,
    send: <Answer>(method: string, path: string, body: unknown) => ask(method, path, body) as Promise<Answer>,
  };
}
