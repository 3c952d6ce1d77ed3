/** A name as it is printed: as on the badge, and in the person's own script where there is one. */
export interface PrintedName {
  name: string;
  nativeName: string | null;
  nativeLanguage: string | null;
  honorific: string | null;
}

/** Something that takes the principal's time. */
export interface DaySheetItem {
  kind: 'session' | 'speaking' | 'meeting';
  start: string;
  end: string;
  title: string;
  /** Whom it is with: the other party of a meeting, the speakers of a session. */
  with: string[];
  place: string | null;
  isCancelled: boolean;
}

/** Somebody whom the principal meets on that day. */
export interface DaySheetPerson extends PrintedName {
  office: string;
  organisation: string;
  country: string;
  languages: string[];
  /** When the meeting with them begins. */
  start: string;
}

/** A day of a principal, as it lies on the desk. */
export interface DaySheet {
  principal: PrintedName & { office: string; organisation: string };
  /** Who had it printed, when an aide did. */
  preparedBy: string | null;
  edition: { title: string; city: string; venue: string; zone: string };
  /** Of whoever reads it. */
  language: string;
  day: string;
  asOf: string;
  items: DaySheetItem[];
  people: DaySheetPerson[];
}
