import type { Role } from '@forum/domain/identity/role';
import { type Action, type Grant, may, mayAsAide, type Relation } from '@forum/domain/identity/policy';
import { DomainError } from '@forum/domain/errors';

/** The edition that a request is about. */
export interface EditionRef {
  id: string;
  slug: string;
  zone: string;
  phase: 'planned' | 'announced' | 'registration' | 'live' | 'closed' | 'archived';
}

/** A person as far as it decides what they may do. */
export interface ViewerPerson {
  id: string;
  name: string;
  mail: string;
}

/** What a person is in one edition. */
export interface Standing {
  roles: readonly Role[];
  accredited: boolean;
  delegateId: string | null;
  firmId: string | null;
  /** Delegations that they head. */
  delegationIds: readonly string[];
  teamIds: readonly string[];
  /** Restricted sessions that they are cleared for or speak in. */
  sessionIds: readonly string[];
}

/** Somebody who acts for another person. */
export interface ActingAide extends ViewerPerson {
  /** In the edition in which they act. */
  accredited: boolean;
}

/** For whom a session acts: in one edition, and nowhere else. */
export interface Acting {
  aideId: string;
  principal: ViewerPerson;
  editionId: string;
  editionSlug: string;
}

/** Whoever sends a request: the person it is for, who does it for them, and their standing in the edition it is about. */
export interface Viewer {
  sessionId: string | null;
  /** Whose rights and data it is about; null when nobody is signed in. */
  person: ViewerPerson | null;
  /** Who really acts, when an aide acts for `person`: only ever in the edition in which they are their aide. */
  aide: ActingAide | null;
  /** For whom the session acts, whatever this request is about; a request of another edition is the aide's own. */
  acting: Acting | null;
  /** Of the forum's own secretariat. */
  secretariat: boolean;
  /** When this session last showed a second factor, in milliseconds; null when it never did. */
  factorAt: number | null;
  edition: EditionRef | null;
  /** What they can use: without a second factor, no role of the host's team is among it. */
  standing: Standing;
  /** The roles that wait until this session shows a second factor. */
  withheld: readonly Role[];
}

/** Somebody who is not signed in, or a person before anything is known of them in an edition. */
export const noStanding: Standing = {
  roles: [],
  accredited: false,
  delegateId: null,
  firmId: null,
  delegationIds: [],
  teamIds: [],
  sessionIds: [],
};

/** What a viewer brings to the policy table. */
export function grantsOf(viewer: Viewer): Grant[] {
  if (!viewer.person) return ['public'];
  return [
    'signed-in',
    ...viewer.standing.roles,
    ...(viewer.standing.accredited ? (['accredited'] as const) : []),
  ];
}

/** In which relations the policy table lets a viewer do a thing; an aide only as far as it is open to aides. */
export function relationsOf(viewer: Viewer, action: Action): Relation[] {
  const grants = grantsOf(viewer);
  return viewer.aide ? mayAsAide(grants, viewer.aide.accredited, action) : may(grants, action);
}

/** A viewer whom the policy has let in for an action, with the relations in which it may be done. */
export interface Admitted extends Viewer {
  relations: readonly Relation[];
}

/** The person of a route that only signed-in people reach. */
export function personOf(viewer: Viewer): ViewerPerson {
  if (!viewer.person) throw new DomainError('auth.required', {}, 'Sign in first.');
  return viewer.person;
}

/** The edition of a route that lies below one. */
export function editionOf(viewer: Viewer): EditionRef {
  if (!viewer.edition) throw new DomainError('not_found', {}, 'There is no such edition.');
  return viewer.edition;
}

/** Whether the policy sets no limit to whose things the viewer may do this with. */
export const mayAll = (viewer: Admitted): boolean => viewer.relations.includes('any');
