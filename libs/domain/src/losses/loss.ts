/** What can be lost under something that was agreed. */
export const losses = [
  'firm-removed',
  'representative-waitlisted',
  'representative-declined',
  'representative-revoked',
  'representative-withdrawn',
  'representative-erased',
  'representative-ended',
  'representative-of-another-firm',
  'representative-vetted-again',
  'team-dissolved',
  'team-emptied',
  'table-gone',
  'seats-fewer',
  'hour-gone',
  'hall-removed',
  'edition-day-gone',
  'interpreter-gone',
  'room-gone',
  'session-removed',
  'session-cancelled',
  'session-narrowed',
  'places-fewer',
  'edition-hidden',
  'registration-closed',
  'edition-closed',
] as const;

/** Something that can be lost under what was agreed. */
export type Loss = (typeof losses)[number];

/** What depends on something that can be lost. */
export const dependents = [
  'agreed-meeting',
  'planned-meeting',
  'open-request',
  'move-proposal',
  'reservation',
  'place',
  'star',
  'session',
  'wish',
  'suggestion',
  'feed',
  'stream',
] as const;

/** Something that depends on what can be lost. */
export type Dependent = (typeof dependents)[number];

/**
 * What a loss does to a dependent: it `ends`; it `goes-on` without what is lost; it is `handed-over` to another; it is
 * `held` and marked until somebody settles it; it is `freed` for others; it is `hidden` as long as the loss lasts; or it
 * `stays` as it is.
 */
export type Effect = 'ends' | 'goes-on' | 'handed-over' | 'held' | 'freed' | 'hidden' | 'stays';

/** Who is notified of an effect. */
export type Told = 'both-sides' | 'new-team' | 'delegate' | 'next-in-line';

/** Where whoever causes the loss reads, with names, what it touches before it happens. */
export type ShownBefore =
  | 'import-difference'
  | 'decision'
  | 'own-registration'
  /** The firm's own list of meetings, which names who comes. */
  | 'own-meetings'
  | 'hall-form'
  | 'session-form'
  | 'delegation-form'
  | 'edition-form';

/** What happens to a dependent. */
export interface Consequence {
  readonly does: Effect;
  /** Empty where nothing changes that anybody was promised. */
  readonly told: readonly Told[];
  readonly shown: ShownBefore | null;
}

/** Why a loss cannot touch a dependent. */
export interface Impossible {
  readonly never: string;
}

/** One cell of the table. */
export type Bond = Consequence | Impossible;

/** Whether a loss can touch a dependent at all. */
export const isPossible = (bond: Bond): bond is Consequence => 'does' in bond;
