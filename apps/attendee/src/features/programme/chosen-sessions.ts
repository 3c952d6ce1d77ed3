import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { matchesAll } from '@forum/domain/text/fold';
import { inOrder, isChanged, phaseOf } from './session-phase.ts';

/** What narrows the programme; each stands in the address. Empty is not chosen. */
export interface SessionFilters {
  /** What is searched for. */
  q: string;
  day: string;
  track: string;
  room: string;
  /** Only what was moved or cancelled. */
  changed: boolean;
  /** Only what takes place now. */
  isNow: boolean;
  /** Only what begins at this instant. */
  at: string;
  /** Today's sessions that are over too. */
  earlier: boolean;
}

/** What a list of the programme shows. */
export interface ChosenSessions {
  sessions: Session[];
  /** How many of the day are over and stand back until they are asked for. */
  over: number;
  day: string;
  /** Whether the list goes over all days, so that each time needs its day. */
  ofAllDays: boolean;
}

interface Known {
  programme: Pick<Programme, 'sessions' | 'days'>;
  now: Date;
  /** The day of the forum that it is. */
  today: string;
  /** The session that is open beside the list, whose day the list then shows. */
  opened: Session | undefined;
  /** What each session can be found by. */
  texts: ReadonlyMap<string, string>;
}

/** The sessions that fit what was chosen, in order of time. */
export function chooseSessions(filters: SessionFilters, known: Known): ChosenSessions {
  const { programme, now, today, opened, texts } = known;
  const usualDay = programme.days.includes(today) ? today : (programme.days[0] ?? today);
  const day = filters.day || opened?.day || usualDay;
  const ofAllDays = filters.q !== '' || filters.changed || filters.isNow || filters.at !== '';
  const fitting = programme.sessions
    .filter((session) =>
      ofAllDays ? matchesAll(texts.get(session.id) ?? '', filters.q) : session.day === day,
    )
    .filter((session) => !filters.changed || isChanged(session))
    .filter((session) => !filters.isNow || isOn(session, now))
    .filter((session) => !filters.at || (session.start === filters.at && session.state === 'scheduled'))
    .filter((session) => !filters.track || session.trackId === filters.track)
    .filter((session) => !filters.room || session.roomId === filters.room)
    .sort(inOrder);
  const standsBack = !ofAllDays && day === today && !filters.earlier;
  const sessions = standsBack ? fitting.filter((session) => phaseOf(session, now) !== 'past') : fitting;
  return { sessions, over: fitting.length - sessions.length, day, ofAllDays };
}

/** Whether a session takes place at a moment. */
export const isOn = (session: Session, now: Date): boolean =>
  session.state === 'scheduled' && phaseOf(session, now) === 'live';
