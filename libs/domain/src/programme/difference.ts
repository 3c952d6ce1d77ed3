import { DomainError } from '../errors.ts';
import { changesAmong, differenceOf, type Difference } from '../imports/difference.ts';
import { compareInstants } from '../time/instant.ts';
import { type SessionKind } from './session.ts';

/** A session of an imported programme, or one that an earlier import has made, in the words that both share. */
export interface ProgrammeItem {
  /** Stable over versions of the file; what tells sessions apart. */
  readonly guid: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly abstract: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Instant in UTC. */
  readonly start: string;
  readonly minutes: number;
  /** Name of the room. */
  readonly room: string | null;
  /** Name of the track. */
  readonly track: string | null;
  readonly kind: SessionKind;
  /** Names, in the order of the file. */
  readonly speakers: readonly string[];
}

/** The fields that are compared, in the order in which a difference lists them. */
export const comparedFields = [
  'title',
  'subtitle',
  'start',
  'minutes',
  'room',
  'track',
  'kind',
  'language',
  'speakers',
  'abstract',
  'description',
  'url',
] as const satisfies readonly (keyof ProgrammeItem)[];

/** What importing a programme would do. */
export type ProgrammeDifference<Current extends ProgrammeItem, Incoming extends ProgrammeItem> = Difference<
  Current,
  Incoming
>;

/**
 * What importing a programme would do to the sessions of the same source, shown before it is applied. Importing the
 * same file twice changes nothing. Sessions that were never imported are not the import's business: leave them out.
 */
export function programmeDifference<Current extends ProgrammeItem, Incoming extends ProgrammeItem>(
  current: readonly Current[],
  incoming: readonly Incoming[],
): ProgrammeDifference<Current, Incoming> {
  return differenceOf(current, incoming, {
    currentKey: (item) => item.guid,
    incomingKey: (item) => item.guid,
    fieldsChanged: (before, after) =>
      changesAmong<ProgrammeItem>(
        comparedFields,
        before,
        sameStart(before, after) ? { ...after, start: before.start } : after,
      ),
  });
}

/**
 * Refuses to apply a held difference unless somebody confirmed exactly the number of sessions that it removes.
 *
 * @throws DomainError `programme.removals_held` with the number
 */
export function requireRemovalsConfirmed(
  difference: { readonly held: boolean; readonly removed: readonly unknown[] },
  confirmed: number | undefined,
): void {
  const removals = difference.removed.length;
  if (!difference.held || confirmed === removals) return;
  throw new DomainError(
    'programme.removals_held',
    { removals, confirmed: confirmed ?? null },
    `The import removes ${removals} sessions; look at them and confirm the number ${removals}.`,
  );
}

/** The same instant may be written in two ways (`…:00Z`, `…:00.000Z`). */
const sameStart = (a: ProgrammeItem, b: ProgrammeItem) => compareInstants(a.start, b.start) === 0;
