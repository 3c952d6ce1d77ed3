const second = 1000;

/** No socket for so long: the client polls instead, and says so. */
export const pollAfter = 5 * second;

/** The first attempt of a page failed: it asks so soon, so that it can say within two seconds that it is offline. */
export const firstPollAfter = second / 2;

/** Nothing heard for so long on an open socket (two heartbeats of 15 s and some): it is taken for dead. */
export const silentAfter = 40 * second;

/** The longest pause between two attempts to open a socket. */
export const longestPause = 30 * second;

/** The pause before the next poll: 15 s, spread by a fifth each way so that a hall of phones does not ask in step. */
export function pollPause(random: number): number {
  return Math.round(15 * second * (0.8 + 0.4 * random));
}

/**
 * The pause before attempt `attempt` (from 0) to open a socket: anywhere from a fifth of a second up to a ceiling that
 * doubles from 1 s to 30 s ("full jitter"), so that thousands cut off at once do not come back at once.
 */
export function reconnectPause(attempt: number, random: number): number {
  const ceiling = Math.min(longestPause, second * 2 ** Math.min(attempt, 10));
  return Math.round(200 + random * (ceiling - 200));
}

/** When to come back to a server that said it leaves: not before it asked for, spread over as much again or 2 s. */
export function returnPause(retryAfter: number, random: number): number {
  return Math.min(longestPause, Math.round(retryAfter + random * Math.max(retryAfter, 2 * second)));
}
