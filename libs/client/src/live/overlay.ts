import { type DelegateRow, listDelegates } from '@forum/contract/delegations/delegates';
import type { Change } from '@forum/contract/live/changes';
import { listAllMeetings } from '@forum/contract/meetings/all-meetings';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings, readMeeting } from '@forum/contract/meetings/meetings';
import { readProgramme, readSession } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import type { Route, RouteOutput } from '@forum/contract/route';
import { KnownSessions } from './known-sessions.ts';
import { Newest } from './newest.ts';

/** Entities that the answer to a write told. */
export interface Answered {
  sessions?: readonly Session[];
  meetings?: readonly Meeting[];
  delegates?: readonly DelegateRow[];
}

type Lay = (data: never) => unknown;

/** All that changes and answers told, to be laid over what was read through a route. */
export class Overlay {
  readonly #sessions = new KnownSessions();
  readonly #delegates = new Newest<DelegateRow>();
  /** A meeting as the help desk sees it does not stand for the meeting as a party sees it. */
  readonly #meetings = new Newest<Meeting>((a, b) => a.side === b.side);
  readonly #lays = new Map<string, Lay>([
    lay(readProgramme, (programme) => this.#sessions.overProgramme(programme)),
    lay(readSession, (session) => this.#sessions.over(session) ?? session),
    lay(readMeeting, (meeting) => this.#meetings.over(meeting)),
    lay(listMeetings, (list) => withPart(list, 'meetings', this.#meetings.overAll(list.meetings))),
    lay(listAllMeetings, (list) => withPart(list, 'rows', this.#meetings.overAll(list.rows))),
    lay(listDelegates, (list) => withPart(list, 'rows', this.#delegates.overAll(list.rows))),
  ]);

  learn(change: Change): void {
    if (change.session || change.type === 'session.removed') this.#sessions.learn(change);
  }

  absorb(answered: Answered): void {
    answered.sessions?.forEach((session) => this.#sessions.learnAnswer(session));
    answered.meetings?.forEach((meeting) => this.#meetings.learn(meeting));
    answered.delegates?.forEach((delegate) => this.#delegates.learn(delegate));
  }

  /** The data with all that is newer laid over it; the same object when nothing is. */
  over<T>(path: string, data: T): T {
    const over = this.#lays.get(path) as ((data: T) => T) | undefined;
    return over ? over(data) : data;
  }

  clear(): void {
    this.#sessions.clear();
    this.#meetings.clear();
    this.#delegates.clear();
  }
}

function lay<R extends Route>(route: R, over: (data: RouteOutput<R>) => RouteOutput<R>): [string, Lay] {
  return [route.path, over as Lay];
}

function withPart<T, K extends keyof T>(whole: T, name: K, part: T[K]): T {
  return part === whole[name] ? whole : { ...whole, [name]: part };
}
