import type { Use } from '@forum/contract/removals/removals';

/** How a thing of an edition is removed: `$1` is the edition in every statement, `$2` the thing. */
export interface Thing {
  /** Its row, locked, with the name by which people know it. */
  readonly row: string;
  /** How many of what depend on it. */
  readonly uses: Partial<Record<Use, string>>;
  /** What goes with it, and then the thing itself. */
  readonly remove: readonly string[];
}

const count = (from: string) => `select count(*)::int as count from ${from}`;

export const delegation: Thing = {
  row: 'select name, version from delegation where edition_id = $1 and id = $2 for update',
  uses: { delegates: count('delegate where edition_id = $1 and delegation_id = $2') },
  remove: [
    'delete from delegation_place l using delegation g where g.edition_id = $1 and g.id = $2 and l.delegation_id = g.id',
    'delete from delegation where edition_id = $1 and id = $2',
  ],
};

/** A session that an import removed still names the room and track that it had. */
const placeOf = (table: 'room' | 'track'): Thing => ({
  row: `select name, 1 as version from ${table} where edition_id = $1 and id = $2 for update`,
  uses: {
    sessions: count(`session where edition_id = $1 and ${table}_id = $2 and removed_at is null`),
  },
  remove: [
    `update session set ${table}_id = null where edition_id = $1 and ${table}_id = $2 and removed_at is not null`,
    `delete from ${table} where edition_id = $1 and id = $2`,
  ],
});

export const room = placeOf('room');
export const track = placeOf('track');

export const session: Thing = {
  row: 'select title as name, version from session where edition_id = $1 and id = $2 and removed_at is null for update',
  uses: {
    file: count('session where edition_id = $1 and id = $2 and guid is not null'),
    stars: count(
      'star s join session t on t.id = s.session_id where t.edition_id = $1 and t.id = $2 and s.freed_at is null',
    ),
    named: count('session_access where edition_id = $1 and session_id = $2'),
    speakers: count(
      'session_speaker p join speaker s on s.id = p.speaker_id where s.edition_id = $1 and p.session_id = $2 and s.person_id is not null',
    ),
  },
  remove: [
    'update session set removed_at = now(), version = version + 1, updated_at = now() where edition_id = $1 and id = $2',
  ],
};

const inIt = (table: string) => count(`${table} where edition_id = $1 and $1 = $2`);

export const edition: Thing = {
  row: `select title as name, version from edition where id = $1 and id = $2 and phase = 'planned' for update`,
  uses: {
    sessions: inIt('session'),
    rooms: inIt('room'),
    tracks: inIt('track'),
    halls: inIt('hall'),
    interpreters: inIt('interpreter'),
    delegations: inIt('delegation'),
    delegates: inIt('delegate'),
    firms: inIt('firm_in_edition'),
    imports: inIt('proposed_import'),
  },
  remove: [
    'delete from role_grant where edition_id = $1 and $1 = $2',
    'delete from edition_partner where edition_id = $1 and $1 = $2',
    'delete from edition where id = $1 and $1 = $2',
  ],
};
