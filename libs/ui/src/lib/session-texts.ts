import type { Programme } from '@forum/contract/programme/programme';
import type { Session } from '@forum/contract/programme/session';
import { fold } from '@forum/domain/text/fold';

/** What each session can be found by, folded once: all that its row shows, and of its speakers the organisation too. */
export function foldedSessions({ sessions, speakers, tracks, rooms }: Programme): Map<string, string> {
  const names = new Map([...tracks, ...rooms].map(({ id, name }) => [id, name]));
  const people = new Map(speakers.map(({ id, name, organisation }) => [id, `${name} ${organisation ?? ''}`]));
  const words = (session: Session) =>
    [
      session.title,
      session.subtitle,
      ...session.speakerIds.map((id) => people.get(id)),
      names.get(session.trackId ?? ''),
      names.get(session.roomId ?? ''),
    ]
      .filter(Boolean)
      .join(' ');
  return new Map(sessions.map((session) => [session.id, fold(words(session))]));
}
