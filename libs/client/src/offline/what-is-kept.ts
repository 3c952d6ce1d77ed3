import { readEdition } from '@forum/contract/editions/editions';
import { frontPage } from '@forum/contract/editions/front-page';
import { whoAmI } from '@forum/contract/identity/me';
import { readHalls } from '@forum/contract/meetings/halls';
import type { Meeting } from '@forum/contract/meetings/meeting';
import { listMeetings } from '@forum/contract/meetings/meetings';
import { type Programme, readProgramme } from '@forum/contract/programme/programme';
import { readStars } from '@forum/contract/programme/stars';
import type { Route, RouteOutput } from '@forum/contract/route';
import type { RouteKey } from '../query.ts';

/** Something that was read, as a device keeps it. */
export interface Kept {
  id: string;
  key: RouteKey;
  data: unknown;
  /** When it was read, in milliseconds since 1970. */
  at: number;
}

/** A side of a kept meeting: whom to look for. No address to write to anybody. */
export interface KeptSide {
  firm: string;
  people: { name: string; office: string }[];
}

/**
 * When, where and with whom an agreed meeting of one's own is: enough to go there without network. No mail address, no
 * message, and no topic that touches a control list.
 */
export interface KeptMeeting {
  id: string;
  start: string;
  end: string;
  table: Meeting['table'];
  topic: string | null;
  /** Absent from what an older version kept. */
  topicKo?: string | null;
  theirs: KeptSide;
  ours: KeptSide;
}

/** The first part of the key under which {@link KeptMeeting}s stand in the cache. */
export const keptMeetingsPath = '/kept/meetings';

type SignedIn = NonNullable<RouteOutput<typeof whoAmI>>;
type Keeping = (data: never, edition: string, me: SignedIn | null) => unknown;

const keepings = new Map<string, Keeping>([
  keeping(frontPage, (page) => page),
  keeping(readEdition, (edition) => edition),
  keeping(readProgramme, withoutRestricted),
  keeping(readStars, (stars) => stars),
  // Enough to know whose device it is and what they are here; nothing to write to anybody with.
  keeping(whoAmI, (me) => me && { ...me, mail: '', proposedName: null, principals: [] }),
  // The plans show the way to one's table.
  keeping(readHalls, (halls) => halls),
  keeping(listMeetings, (list, edition, me) => ownMeetings(list, edition, me)),
]);

/**
 * What of a read may stay on the device: the programme, one's own stars, when, where and with whom one's own meetings
 * are, and the frame to show them in. Restricted sessions never, nor anything else of others; null for all else.
 */
export function keptOf(key: RouteKey, data: unknown, at: number, me: SignedIn | null): Kept | null {
  const [path, params] = key;
  const keep = keepings.get(path) as
    ((data: unknown, edition: string, me: SignedIn | null) => unknown) | undefined;
  const kept = keep?.(data, (params as { edition?: string } | undefined)?.edition ?? '', me);
  if (kept === undefined || kept === null) return null;
  const keptKey: RouteKey = path === listMeetings.path ? [keptMeetingsPath, params ?? {}] : key;
  return { id: JSON.stringify(keptKey), key: keptKey, data: kept, at };
}

function withoutRestricted(programme: Programme): Programme {
  return { ...programme, sessions: programme.sessions.filter(({ audience }) => audience !== 'restricted') };
}

function ownMeetings(
  list: RouteOutput<typeof listMeetings>,
  edition: string,
  me: SignedIn | null,
): KeptMeeting[] {
  const own = me?.editions.find(({ slug }) => slug === edition)?.delegateId;
  return list.meetings.flatMap((meeting) => {
    const { id, state, start, end, table, from, to } = meeting;
    const isOwn = [...from.people, ...to.people].some(({ delegateId }) => delegateId === own);
    if (!isOwn || state !== 'accepted' || start === null || end === null) return [];
    return [
      {
        id,
        start,
        end,
        table,
        topic: meeting.control === null ? meeting.topic : null,
        topicKo: meeting.control === null ? meeting.topicKo : null,
        theirs: sideOf(meeting.side === 'from' ? to : from),
        ours: sideOf(meeting.side === 'from' ? from : to),
      },
    ];
  });
}

const sideOf = ({ firm, people }: Meeting['from']): KeptSide => ({
  firm,
  people: people.map(({ name, office }) => ({ name, office })),
});

function keeping<R extends Route>(
  route: R,
  keep: (data: RouteOutput<R>, edition: string, me: SignedIn | null) => unknown,
): [string, Keeping] {
  return [route.path, keep as Keeping];
}
