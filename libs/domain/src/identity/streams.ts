import type { ProgrammeSession } from '../programme/session.ts';
import { isStaffRole, type Role, type StaffRole } from './role.ts';

/** The name of a stream: the numbered changes of one audience of an edition. */
export type StreamName =
  | 'public'
  | 'accredited'
  | `delegation:${string}`
  | `firm:${string}`
  | `person:${string}`
  | `session:${string}`
  | `staff:${StaffRole}`;

/** Somebody who looks at an edition, as far as it decides what they may see there. */
export interface StreamReader {
  /** Null when nobody is signed in. */
  readonly personId: string | null;
  readonly accredited: boolean;
  readonly roles: readonly Role[];
  /** Delegations that they head. */
  readonly delegationIds: readonly string[];
  /** Firms that they represent. */
  readonly firmIds: readonly string[];
  /** Restricted sessions that they are named for or speak in. */
  readonly sessionIds: readonly string[];
}

/**
 * The streams that somebody may follow in an edition, each once. Socket rooms, snapshots and feeds derive from this
 * and never from what a client asks for.
 */
export function streamsOf(viewer: StreamReader): StreamName[] {
  const { personId } = viewer;
  if (personId === null) return ['public'];
  const staff = viewer.roles.filter(isStaffRole);
  return [
    ...new Set<StreamName>([
      'public',
      ...(viewer.accredited || staff.includes('organiser') ? (['accredited'] as const) : []),
      ...viewer.delegationIds.map((id) => `delegation:${id}` as const),
      ...viewer.firmIds.map((id) => `firm:${id}` as const),
      `person:${personId}`,
      ...viewer.sessionIds.map((id) => `session:${id}` as const),
      ...staff.map((role) => `staff:${role}` as const),
    ]),
  ];
}

/** The part of a session that says who may see it. */
export type SessionVisibility = Pick<ProgrammeSession, 'id' | 'audience'>;

/**
 * The streams that a change of a session goes to. Who follows one of them sees the session; nobody else does. So a
 * snapshot and the changes that follow it can never disagree about who sees what.
 */
export function audienceOfSession(session: SessionVisibility): StreamName[] {
  switch (session.audience) {
    case 'public':
      return ['public'];
    case 'accredited':
      // Its speakers see it before they are accredited themselves.
      return ['accredited', `session:${session.id}`];
    case 'restricted':
      return [`session:${session.id}`, 'staff:organiser'];
  }
}

/** Whether somebody with these streams sees a session. */
export function seesSession(streams: readonly StreamName[], session: SessionVisibility): boolean {
  return audienceOfSession(session).some((stream) => streams.includes(stream));
}

/**
 * The streams that must hear of a changed session: those that see it now, and those that saw it before and now have
 * to take it away. The latter must get nothing of the new content, only that they must ask again: somebody may follow a
 * stream of both kinds and still see it.
 */
export function audienceOfChange(
  before: SessionVisibility,
  after: SessionVisibility,
): { readonly show: StreamName[]; readonly withdraw: StreamName[] } {
  const show = audienceOfSession(after);
  return { show, withdraw: audienceOfSession(before).filter((stream) => !show.includes(stream)) };
}
