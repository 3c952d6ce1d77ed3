import { type MailLane, mailLanes } from '@forum/domain/mail/lanes';
import { bodyTimes } from '../http/slow-bodies.ts';

const pointsOfASocket = 60;

/** What one node bears; docs/operating.md tells the same numbers. */
export class Limits {
  sessionSockets: number;
  /** A browser opens six connections; more are answered in turn. */
  readonly session = { atOnce: 8, inLine: 200 };
  /** Few at once, so that nobody who is signed in waits long behind them; all of the machine when nobody is. */
  readonly anonymous = { atOnce: 2, inLine: 200 };
  anonymousSockets = 3_000;
  /** In a second. A hall of visitors comes back over half a minute. */
  anonymousHandshakes = 50;
  /** Signing in has a lane of its own beside all other work of strangers. */
  readonly signIn = { atOnce: 4, inLine: 500 };
  /** Cookies that this node has not seen before: each is a question to the database, forged or not. */
  readonly unknownCookies = { atOnce: 4, inLine: 2_000 };
  /** The programme when memory alone cannot answer, just after a change: one writing serves all who wait. */
  readonly kept = { atOnce: 16, inLine: 10_000 };
  /** Codes that leave for addresses that the forum does not know in ten minutes, on all nodes; more of them wait. */
  newAddressMails = 1_000;
  /** Who sends which mails. */
  mailLanes: readonly MailLane[] = mailLanes;
  /** How long a body may take to arrive. */
  bodies = bodyTimes;
  /** How often sockets whose session has ended are closed, and the others hear where they are, in milliseconds. */
  heartbeat = 15_000;

  /** @param sessionPoints that a session may spend in a minute; twenty sockets with as many as is the rule */
  constructor(public sessionPoints: number) {
    this.sessionSockets = Math.ceil(sessionPoints / pointsOfASocket);
  }
}
