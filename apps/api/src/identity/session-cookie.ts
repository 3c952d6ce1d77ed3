import { parse, serialize } from 'cookie';
import type { Config } from '../config.ts';

const lifetimeDays = 14;

/** The server says when a session ends; the cookie only has to outlast it: 30 days, and an edition. */
const cookieDays = 90;

/** How long a device stays signed in without use, in milliseconds. */
export const sessionLifetime = lifetimeDays * 24 * 3_600_000;

const nameFor = (config: Pick<Config, 'baseUrl'>) =>
  config.baseUrl.startsWith('https:') ? '__Host-forum' : 'forum';

/** The session's secret in a Cookie header, or null. */
export function secretIn(header: string | undefined, config: Pick<Config, 'baseUrl'>): string | null {
  return (header && parse(header)[nameFor(config)]) || null;
}

/** A Set-Cookie header that signs a browser in with `secret`, or out with null. */
export function setCookie(secret: string | null, config: Pick<Config, 'baseUrl'>): string {
  return serialize(nameFor(config), secret ?? '', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.baseUrl.startsWith('https:'),
    maxAge: secret === null ? 0 : cookieDays * 24 * 3_600,
  });
}
