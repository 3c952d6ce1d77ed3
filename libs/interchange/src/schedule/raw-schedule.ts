import type { ImportReport } from '../reading/import-note.ts';

/** What both formats say, still in the file's own spelling; nothing is checked yet. */
export interface RawSchedule {
  title: string | null;
  acronym: string | null;
  zone: string | null;
  start: string | null;
  end: string | null;
  dayChange: string | null;
  tracks: RawTrack[];
  days: RawDay[];
  /** What the reader of the format already had to leave out. */
  notes: ImportReport;
}

/** A declared track. */
export interface RawTrack {
  name: string | null;
  color: string | null;
  slug: string | null;
}

/** A day and its sessions, in the file's order; one that no file tells is only made of sessions with their own dates. */
export interface RawDay {
  isTold: boolean;
  date: string | null;
  start: string | null;
  end: string | null;
  sessions: RawSession[];
}

/** A session; the room is the one it stands under in the file. */
export interface RawSession {
  room: string | null;
  guid: string | null;
  id: string | null;
  code: string | null;
  slug: string | null;
  date: string | null;
  start: string | null;
  end: string | null;
  duration: string | null;
  track: string | null;
  type: string | null;
  title: string | null;
  subtitle: string | null;
  abstract: string | null;
  description: string | null;
  language: string | null;
  url: string | null;
  persons: RawPerson[];
  links: RawLink[];
}

/** A person at a session. */
export interface RawPerson {
  guid: string | null;
  id: string | null;
  name: string | null;
  organisation: string | null;
}

/** A link at a session. */
export interface RawLink {
  title: string | null;
  url: string | null;
}
