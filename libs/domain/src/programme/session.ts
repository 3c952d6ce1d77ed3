/** What kind of item of the programme a session is. */
export const sessionKinds = ['plenary', 'panel', 'roundtable', 'pitch', 'demonstration', 'other'] as const;

/** The kind of a session. */
export type SessionKind = (typeof sessionKinds)[number];

/** A cancelled session keeps its place in the programme, shown as cancelled, and may be reinstated. */
export const sessionStates = ['scheduled', 'cancelled'] as const;

/** The state of a session. */
export type SessionState = (typeof sessionStates)[number];

/**
 * Who may see a session, from the widest audience to the narrowest: everybody; accredited delegates; or, restricted, only the people named for it, its speakers
 * and the organisers.
 */
export const sessionAudiences = ['public', 'accredited', 'restricted'] as const;

/** The audience of a session. */
export type SessionAudience = (typeof sessionAudiences)[number];

/** Whether a session that changes its audience is then seen by people who could not see it before. */
export const widensAudience = (before: SessionAudience, after: SessionAudience): boolean =>
  sessionAudiences.indexOf(after) < sessionAudiences.indexOf(before);

/** A session as the rules of the programme see it. */
export interface ProgrammeSession {
  readonly id: string;
  /** Raised by storage with every write; the rules leave it alone. */
  readonly version: number;
  readonly title: string;
  /** Instant, ISO 8601 in UTC. */
  readonly start: string;
  readonly minutes: number;
  readonly roomId: string | null;
  readonly trackId: string | null;
  readonly kind: SessionKind;
  readonly state: SessionState;
  readonly audience: SessionAudience;
  readonly speakerIds: readonly string[];
}
