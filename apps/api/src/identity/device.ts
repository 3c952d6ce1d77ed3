import { parse, serialize } from 'cookie';
import type { Config } from '../config.ts';
import type { Exchange } from '../http/endpoint.ts';
import { newSecret } from './secrets.ts';
import { secretIn } from './session-cookie.ts';

/** The browser that signs somebody in. */
export interface Device {
  /** What it says of itself. */
  agent: string;
  /** By which it is known again; it lets nobody in. */
  secret: string;
  /** Of the session that it has until now. */
  session: string | null;
}

/** As long as browsers keep any cookie. */
const keptSeconds = 400 * 24 * 3_600;

const nameFor = ({ baseUrl }: Pick<Config, 'baseUrl'>) =>
  baseUrl.startsWith('https:') ? '__Host-forum-device' : 'forum-device';

/** The browser behind a request; one that was never here gets a secret now. */
export function deviceOf({ request }: Pick<Exchange, 'request'>, config: Pick<Config, 'baseUrl'>): Device {
  const { cookie, 'user-agent': agent = '' } = request.headers;
  const known = cookie ? parse(cookie)[nameFor(config)] : undefined;
  const secret = known && /^[\w-]{43}$/.test(known) ? known : newSecret();
  return { agent: agent.slice(0, 200), secret, session: secretIn(cookie, config) };
}

/** A Set-Cookie header by which the browser is known again. */
export const setDeviceCookie = ({ secret }: Device, config: Pick<Config, 'baseUrl'>): string =>
  serialize(nameFor(config), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.baseUrl.startsWith('https:'),
    maxAge: keptSeconds,
  });
