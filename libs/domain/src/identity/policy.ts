import { roles, staffRoles, type Role } from './role.ts';

/**
 * What a route, a stream or a job lets somebody do. Every route names one.
 *
 * Three pairs look alike and are not: `people.read` is the directory of those who agreed to be seen, `delegates.read`
 * the whole entry of a delegate; `delegation.read` is the delegation with its places, `accreditation.read` the officer's
 * list with reasons; `programme.read` is the programme as far as one's streams show it (`streams.ts`), `session.own` a
 * speaker's own session.
 */
export type Action =
  | 'identity.sign-in'
  | 'account.own'
  | 'aide.arrange'
  | 'aide.manage'
  | 'aide.confirm'
  | 'operations.read'
  | 'changes.read'
  | 'edition.read'
  | 'edition.edit'
  | 'rotation.read'
  | 'rotation.edit'
  | 'role.grant'
  | 'factor.hand-over'
  | 'session.end-others'
  | 'registration.own'
  | 'registration.withdraw'
  | 'accreditation.read'
  | 'accreditation.decide'
  | 'delegation.read'
  | 'delegation.edit'
  | 'delegation.create'
  | 'delegates.read'
  | 'people.read'
  | 'programme.read'
  | 'programme.edit'
  | 'programme.import'
  | 'session.own'
  | 'agenda.own'
  | 'feed.own'
  | 'firm.read'
  | 'firm.edit'
  | 'firm.import'
  | 'hall.read'
  | 'hall.edit'
  | 'meeting.read'
  | 'meeting.request'
  | 'meeting.answer'
  | 'meeting.override'
  | 'interpreter.edit'
  | 'plan.edit'
  | 'matchmaking.read'
  | 'profile.edit'
  | 'wish.own'
  | 'no-meet.own'
  | 'matchmaking.edit'
  | 'advice.own'
  | 'advice.read'
  | 'export.release'
  | 'export.confirm-release'
  | 'export.name-officers'
  | 'representation.decide'
  | 'outcome.own'
  | 'outcome.read'
  | 'audit.read'
  | 'mails.read';

/**
 * How somebody must stand to a thing: not at all, or it is theirs, their firm's, or of the delegation they head. The
 * same word becomes the SQL predicate of a list.
 */
export type Relation = 'any' | 'own' | 'own-firm' | 'own-delegation';

/** What a person brings: roles in the edition, and three standings that follow from their session and accreditation. */
export type Grant = Role | 'public' | 'signed-in' | 'accredited';

/** Every grant there is, for tests that walk all of them. */
export const grants: readonly Grant[] = ['public', 'signed-in', 'accredited', ...roles];

/**
 * From when on an aide may do a thing in the name of their principal: from their acceptance on, or only once they are
 * accredited in the edition themselves.
 */
export type AideReach = 'accepted' | 'accredited';

/** One action: the relation in which each grant may do it, and whether an aide may do it for whoever holds the grant. */
export type PolicyRow = Partial<Record<Grant, Relation>> & { readonly aide?: AideReach };

/**
 * Who may what: action × grant → relation. What is not written here is forbidden. `public` holds for everybody and
 * `signed-in` for everybody who has a session, so they are not repeated at the roles. A row without `aide` is out of
 * reach of every aide, whatever their principal holds.
 */
export const policy: Record<Action, PolicyRow> = {
  'identity.sign-in': { public: 'any' },
  'account.own': { 'signed-in': 'own' },
  'aide.arrange': { organiser: 'any' },
  'aide.manage': { organiser: 'any', 'delegation-head': 'own-delegation' },
  'aide.confirm': { 'delegation-head': 'own-delegation' },
  'operations.read': { public: 'any' },
  'changes.read': { public: 'any' },
  'edition.read': { public: 'any' },
  'edition.edit': { organiser: 'any' },
  'rotation.read': { public: 'any' },
  'rotation.edit': { organiser: 'any' },
  'role.grant': { organiser: 'any' },
  'factor.hand-over': { organiser: 'any', 'accreditation-officer': 'any' },
  'session.end-others': { organiser: 'any' },
  'registration.own': { 'signed-in': 'own', aide: 'accepted' },
  'registration.withdraw': { 'signed-in': 'own' },
  'accreditation.read': { organiser: 'any', 'accreditation-officer': 'any' },
  'accreditation.decide': { organiser: 'any', 'accreditation-officer': 'any' },
  'delegation.read': {
    organiser: 'any',
    'accreditation-officer': 'any',
    'delegation-head': 'own-delegation',
  },
  'delegation.edit': { organiser: 'any', 'delegation-head': 'own-delegation' },
  'delegation.create': { organiser: 'any' },
  'delegates.read': {
    'signed-in': 'own',
    'delegation-head': 'own-delegation',
    organiser: 'any',
    'accreditation-officer': 'any',
  },
  'people.read': {
    accredited: 'any',
    organiser: 'any',
    'accreditation-officer': 'any',
    aide: 'accredited',
  },
  'programme.read': { public: 'any' },
  'programme.edit': { organiser: 'any' },
  'programme.import': { organiser: 'any' },
  'session.own': { speaker: 'own', organiser: 'any' },
  'agenda.own': { 'signed-in': 'own', aide: 'accredited' },
  'feed.own': { 'signed-in': 'own' },
  'firm.read': {
    accredited: 'any',
    'firm-representative': 'own-firm',
    organiser: 'any',
    aide: 'accredited',
  },
  'firm.edit': { 'firm-representative': 'own-firm', organiser: 'any' },
  'firm.import': { organiser: 'any' },
  'hall.read': { accredited: 'any', organiser: 'any', aide: 'accredited' },
  'hall.edit': { organiser: 'any' },
  'meeting.read': {
    accredited: 'own',
    'firm-representative': 'own-firm',
    'delegation-head': 'own-delegation',
    organiser: 'any',
    aide: 'accredited',
  },
  'meeting.request': {
    'firm-representative': 'own-firm',
    'delegation-head': 'own-delegation',
    aide: 'accredited',
  },
  'meeting.answer': {
    'firm-representative': 'own-firm',
    'delegation-head': 'own-delegation',
    organiser: 'any',
    aide: 'accredited',
  },
  'meeting.override': { organiser: 'any' },
  'interpreter.edit': { organiser: 'any' },
  'plan.edit': { organiser: 'any' },
  'matchmaking.read': {
    accredited: 'any',
    'firm-representative': 'own-firm',
    organiser: 'any',
    aide: 'accredited',
  },
  'profile.edit': { 'firm-representative': 'own-firm', organiser: 'any' },
  'wish.own': { 'firm-representative': 'own-firm', organiser: 'any' },
  'no-meet.own': { 'firm-representative': 'own-firm', organiser: 'any' },
  'matchmaking.edit': { organiser: 'any' },
  'advice.own': { 'firm-representative': 'own-firm' },
  'advice.read': { accredited: 'any', 'firm-representative': 'own-firm', organiser: 'any' },
  'export.release': { 'firm-representative': 'own-firm' },
  'export.confirm-release': { 'firm-representative': 'own-firm', organiser: 'any' },
  'export.name-officers': { 'firm-representative': 'own-firm', organiser: 'any' },
  'representation.decide': {
    'firm-representative': 'own-firm',
    organiser: 'any',
    'accreditation-officer': 'any',
  },
  'outcome.own': { 'firm-representative': 'own-firm' },
  'outcome.read': { organiser: 'any' },
  'audit.read': { auditor: 'any' },
  'mails.read': { organiser: 'any' },
};

/** All actions, in the order of the table. */
export const actions = Object.keys(policy) as readonly Action[];

/** What a role outside the host's team may do only once its holder is accredited: everything that reaches others. */
const afterVetting: ReadonlySet<Action> = new Set([
  'meeting.read',
  'meeting.request',
  'meeting.answer',
  'wish.own',
  'people.read',
  'hall.read',
  'advice.own',
  'export.release',
  'export.confirm-release',
  'export.name-officers',
  'representation.decide',
  'outcome.own',
  'aide.confirm',
]);

/**
 * In which relations somebody may do a thing; empty means not at all. `['any']` when nothing limits them; otherwise
 * each relation widens what they reach, as in "meetings of my firm, and my own".
 *
 * Every role implies `signed-in`, and everybody is `public`, so callers pass only what they know.
 */
export function may(held: readonly Grant[], action: Action): Relation[] {
  const allowed = new Set(
    impliedBy(held)
      .filter((grant) => !lacksVetting(held, grant, action))
      .flatMap((grant) => policy[action][grant] ?? []),
  );
  return allowed.has('any') ? ['any'] : [...allowed].sort();
}

/**
 * In which relations an aide may do a thing for their principal, and nothing of what they are themselves: what everybody
 * may, and of what the principal may the rows that the table opens to aides. Never anything of the host's team.
 *
 * @param held what the principal brings
 * @param isAccredited whether the aide is accredited in the edition
 */
export function mayAsAide(held: readonly Grant[], isAccredited: boolean, action: Action): Relation[] {
  const open = may(['public'], action);
  if (open.length > 0) return open;
  const reach = policy[action].aide;
  if (reach === undefined || (reach === 'accredited' && !isAccredited)) return [];
  return may(
    held.filter((grant) => !(staffRoles as readonly Grant[]).includes(grant)),
    action,
  );
}

function impliedBy(held: readonly Grant[]): Grant[] {
  const signedIn = held.some((grant) => grant !== 'public');
  return [...new Set<Grant>([...held, 'public', ...(signedIn ? (['signed-in'] as const) : [])])];
}

const lacksVetting = (held: readonly Grant[], grant: Grant, action: Action) =>
  afterVetting.has(action) &&
  !held.includes('accredited') &&
  !(staffRoles as readonly Grant[]).includes(grant);
