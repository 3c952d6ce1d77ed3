import { DomainError } from '@forum/domain/errors';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Refuses a write, or a read that is recorded, that another site's page sends with our cookie (CSRF; also login CSRF): a browser names the origin,
 * and it must be the forum's own. What is no browser sends neither header and carries no foreign cookie.
 */
export function refuseForeignOrigin(headers: IncomingHttpHeaders, baseUrl: string): void {
  if (isOwnOrigin(headers, baseUrl)) return;
  throw new DomainError(
    'auth.origin',
    { origin: headers.origin ?? null },
    `The request comes from ${headers.origin ?? 'another site'}; only pages of ${baseUrl} may send it.`,
  );
}

/** Whether the headers of a request name this forum as the page they come from, or no page at all. */
export function isOwnOrigin(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const { origin } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (origin === new URL(baseUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}
