import type { Transaction } from '../../database/database.ts';
import { demoStarsOfDelegate } from '../data/people.ts';
import { demoRooms, demoTracks } from '../data/rooms-and-tracks.ts';
import type { DemoDays } from './demo-days.ts';
import { demoEditionId, demoId } from './demo-id.ts';
import { plant } from './plant.ts';
import type { DemoSession } from './programme.ts';
import type { DemoDelegate } from './roster.ts';

const edition = { edition_id: demoEditionId };
const speakerId = (delegate: DemoDelegate) => demoId('speaker', delegate.personId);

/** Plants rooms, tracks, speakers and sessions, who may enter the restricted ones, and stars. */
export async function plantProgramme(
  transaction: Transaction,
  sessions: readonly DemoSession[],
  roster: readonly DemoDelegate[],
  days: DemoDays,
): Promise<void> {
  const speakers = new Set(sessions.flatMap((session) => session.speakers));
  await plant(transaction, 'room', roomRows());
  await plant(transaction, 'track', trackRows());
  await plant(transaction, 'speaker', [...speakers].map(speakerRow));
  await plant(
    transaction,
    'session',
    sessions.map((session) => sessionRow(session, days)),
  );
  await plant(transaction, 'session_speaker', sessions.flatMap(sessionSpeakerRows));
  await plant(transaction, 'session_access', accessRows(sessions, roster));
  await plant(transaction, 'star', starRows(sessions, roster));
}

const roomRows = () =>
  Object.entries(demoRooms).map(([key, name], position) => ({
    id: demoId('room', key),
    ...edition,
    name,
    position,
  }));

const trackRows = () =>
  Object.entries(demoTracks).map(([key, track]) => ({ id: demoId('track', key), ...edition, ...track }));

const sessionSpeakerRows = ({ id, speakers }: DemoSession) =>
  speakers.map((speaker, position) => ({
    ...edition,
    session_id: id,
    speaker_id: speakerId(speaker),
    position,
  }));

const speakerRow = (delegate: DemoDelegate) => ({
  id: speakerId(delegate),
  ...edition,
  name: [delegate.name.display, delegate.name.nativeScript].filter(Boolean).join(' '),
  organisation: delegate.organisation,
  person_id: delegate.personId,
});

const sessionRow = (session: DemoSession, days: DemoDays) => ({
  id: session.id,
  ...edition,
  title: session.title,
  abstract: session.abstract,
  language: languageOf(session),
  kind: session.kind,
  audience: session.audience,
  starts_at: session.time.start,
  ends_at: session.time.end,
  day: days.date(session.day),
  room_id: demoId('room', session.room),
  track_id: demoId('track', session.track),
  sequence: 0,
  version: 1,
});

const languageOf = ({ abstract }: DemoSession): string =>
  abstract.includes('In Korean') ? 'ko' : abstract.includes('In Japanese') ? 'ja' : 'en';

/** Heads of country delegations are cleared for what is restricted; the delegate of the demo for the last of it. */
function accessRows(sessions: readonly DemoSession[], roster: readonly DemoDelegate[]) {
  const restricted = sessions.filter((session) => session.audience === 'restricted');
  const heads = roster.filter(
    (delegate, index) =>
      delegate.category === 'government' &&
      roster.findIndex((other) => other.delegation === delegate.delegation) === index,
  );
  const delegate = roster.filter((one) => one.mail === 'delegate@demo.example');
  return restricted.flatMap((session, index) =>
    [...heads, ...(index === restricted.length - 1 ? delegate : [])].map(({ delegateId }) => ({
      ...edition,
      session_id: session.id,
      delegate_id: delegateId,
    })),
  );
}

const starsEach = 4;

/** What the delegate of the demo has marked, and a few sessions of everybody else. */
function starRows(sessions: readonly DemoSession[], roster: readonly DemoDelegate[]) {
  const open = sessions.filter((session) => session.audience !== 'restricted');
  const marked: readonly string[] = demoStarsOfDelegate;
  return roster
    .filter((delegate) => delegate.state === 'accredited')
    .flatMap((delegate, index) => {
      const chosen =
        delegate.mail === 'delegate@demo.example'
          ? open.filter((session) => marked.includes(session.title))
          : Array.from({ length: starsEach }, (_, turn) => open[(index * 7 + turn * 31) % open.length]);
      return chosen.map((session) => ({
        ...edition,
        person_id: delegate.personId,
        session_id: session?.id,
      }));
    });
}
