import { DomainError } from '../errors.ts';
import { changesAmong, differenceOf, type Difference, type FieldChange } from '../imports/difference.ts';
import { compareInstants } from '../time/instant.ts';
import type { SessionKind } from './session.ts';

/** Somebody who speaks in a session. */
export interface Speaking {
  /** What tells speakers apart: the id of one who is known, else what the file knows them by. */
  readonly who: string;
  readonly name: string;
  readonly organisation: string | null;
}

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
  readonly links: readonly { readonly title: string; readonly url: string }[];
  /** Instant in UTC. */
  readonly start: string;
  readonly minutes: number;
  /** The day of the programme that it belongs to. */
  readonly day: string;
  /** Name of the room. */
  readonly room: string | null;
  /** Name of the track. */
  readonly track: string | null;
  readonly kind: SessionKind;
  /** In the order of the file. */
  readonly speakers: readonly Speaking[];
}

/** The fields that are compared besides who speaks, in the order in which a difference lists them. */
export const comparedFields = [
  'title',
  'subtitle',
  'start',
  'minutes',
  'day',
  'room',
  'track',
  'kind',
  'language',
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
 * What importing a programme would do to the sessions of the same source, shown before it is applied: every field that
 * would be written, who speaks first. Importing the same file twice changes nothing. Sessions that were never imported
 * are not the import's business: leave them out.
 */
export function programmeDifference<Current extends ProgrammeItem, Incoming extends ProgrammeItem>(
  current: readonly Current[],
  incoming: readonly Incoming[],
): ProgrammeDifference<Current, Incoming> {
  return differenceOf(current, incoming, {
    currentKey: (item) => item.guid,
    incomingKey: (item) => item.guid,
    fieldsChanged: (before, after) => [
      ...peopleChanged(before.speakers, after.speakers),
      ...changesAmong<ProgrammeItem>(
        comparedFields,
        before,
        sameStart(before, after) ? { ...after, start: before.start } : after,
      ),
      ...textsChanged('links', before.links.map(linkText), after.links.map(linkText)),
    ],
  });
}

/** Who speaks under the same name as another before, by name; then the speakers as they are shown. */
function peopleChanged(before: readonly Speaking[], after: readonly Speaking[]): FieldChange[] {
  const names = before
    .filter(({ who }) => !after.some((other) => other.who === who))
    .map(({ name }) => name)
    .filter((name) => after.some((other) => other.name === name));
  const texts = textsChanged('speakers', before.map(speakerText), after.map(speakerText));
  const isReordered = texts.length === 0 && before.some(({ who }, at) => who !== after[at]?.who);
  const swapped = names.length === 0 && isReordered ? before.map(({ name }) => name) : names;
  return [...(swapped.length > 0 ? [{ field: 'identity', from: swapped, to: swapped }] : []), ...texts];
}

function textsChanged(field: string, from: readonly string[], to: readonly string[]): FieldChange[] {
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
}

const speakerText = ({ name, organisation }: Speaking) => (organisation ? `${name} (${organisation})` : name);

const linkText = ({ title, url }: { title: string; url: string }) =>
  title === url ? url : `${title} ${url}`;

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
