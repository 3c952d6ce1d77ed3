import { type Programme, type Session } from '@forum/contract/programme';
import { fold } from '@forum/domain/text/fold';

/** What each session can be found by: title, speakers, track and room, folded once. */
export function foldedTexts({ sessions, speakers, tracks, rooms }: Programme): Map<string, string> {
  const names = new Map([...speakers, ...tracks, ...rooms].map((thing) => [thing.id, thing.name]));
  const words = (session: Session) =>
    [
      session.title,
      session.subtitle,
      ...session.speakerIds.map((id) => names.get(id)),
      names.get(session.trackId ?? ''),
      names.get(session.roomId ?? ''),
    ]
      .filter(Boolean)
      .join(' ');
  return new Map(sessions.map((session) => [session.id, fold(words(session))]));
}
