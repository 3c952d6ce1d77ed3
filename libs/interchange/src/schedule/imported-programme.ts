import type { ImportNote } from '../reading/import-note.ts';

/** A programme as a file tells it, in one shape for every format. */
export interface ImportedProgramme {
  title: string | null;
  acronym: string | null;
  /** The IANA zone named by the file, else the one the caller gave; null where there is neither. */
  zone: string | null;
  /** First and last date, `2026-01-31`; null in a file without dates. */
  start: string | null;
  end: string | null;
  /** The wall time at which a day ends and the next begins, `06:00`: sessions past midnight belong to the day before. */
  dayChange: string;
  days: ImportedDay[];
  /** The rooms that sessions are in, in order of appearance. */
  rooms: ImportedRoom[];
  /** The tracks that sessions are in: first those the file declares, in its order, then the others. */
  tracks: ImportedTrack[];
  sessions: ImportedSession[];
}

/** A day of the programme: its date and the instants (UTC) between which its sessions lie. */
export interface ImportedDay {
  date: string;
  start: string;
  end: string;
}

/** A room; its name is its identity, because only some files give it another. */
export interface ImportedRoom {
  name: string;
}

/** A track with the colour (`#rrggbb`) and slug that the file gives it. */
export interface ImportedTrack {
  name: string;
  color?: string;
  slug?: string;
}

/** One session that can be put into the programme: it has an identity, a title, a start and a length. */
export interface ImportedSession {
  /** Stable over versions of the file: its `guid`, or where it has none its `id`, code or slug. */
  guid: string;
  externalId: string | null;
  code: string | null;
  /** The day of the programme it belongs to, also past midnight. */
  date: string;
  /** Instant in UTC, `2026-01-31T08:30:00Z`. */
  start: string;
  minutes: number;
  room: string | null;
  track: string | null;
  /** The file's own word for what kind of session it is. */
  kind: string | null;
  title: string;
  subtitle: string | null;
  abstract: string | null;
  description: string | null;
  language: string | null;
  speakers: ImportedSpeaker[];
  links: ImportedLink[];
  url: string | null;
}

/** A speaker; `externalId` is the file's `guid` or `id` of the person, null where it has neither. */
export interface ImportedSpeaker {
  externalId: string | null;
  name: string;
  organisation?: string;
}

/** A link of a session, always `http` or `https`. */
export interface ImportedLink {
  title: string;
  url: string;
}

/** What was read, and what was not and why. */
export interface ReadSchedule {
  programme: ImportedProgramme;
  report: ImportNote[];
}
