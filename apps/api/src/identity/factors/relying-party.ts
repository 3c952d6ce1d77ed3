import { isIP } from 'node:net';
import type { Config } from '../../config.ts';
import { isOnLoopback } from '../../config.ts';

/** Who asks for passkeys: the forum at the host of BASE_URL. A passkey is bound to it and to no other. */
export interface RelyingParty {
  id: string;
  name: string;
  origin: string;
}

/** The relying party of this forum; null where browsers know no passkeys: at a bare address, or without TLS. */
export function relyingPartyOf({ baseUrl }: Pick<Config, 'baseUrl'>): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(baseUrl);
  const isSecure = protocol === 'https:' || isOnLoopback(baseUrl);
  if (!isSecure || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return null;
  return { id: hostname, name: 'Forum', origin };
}
