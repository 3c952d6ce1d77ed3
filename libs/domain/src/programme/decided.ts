import { changesAmong, type FieldChange } from '../imports/difference.ts';
import { compareInstants } from '../time/instant.ts';
import type { ProgrammeItem } from './difference.ts';

/** What a file says of a session and the secretariat can change too, beside who speaks. */
const decidableFields = [
  'title',
  'subtitle',
  'start',
  'minutes',
  'room',
  'track',
  'kind',
  'language',
  'abstract',
] as const satisfies readonly (keyof ProgrammeItem)[];

/** What the last applied file said of a session: of those fields, and the speakers by what tells them apart. */
export type ToldBefore = Readonly<Partial<Pick<ProgrammeItem, (typeof decidableFields)[number]>>> & {
  readonly speakers?: readonly string[];
};

/** A session as it would be written, and the fields in which the file says something else than the secretariat. */
export interface KeptSession<Incoming extends ProgrammeItem> {
  readonly after: Incoming;
  /** `from` is what the secretariat decided and what stays, `to` is what the file says. */
  readonly disagreements: readonly FieldChange[];
}

/**
 * Keeps what the secretariat decided: a field that is not any more as the last file said was changed by hand, and stays
 * whatever the next file says. The day goes with the start. A speaker taken out by hand stays out; one added by hand is
 * no business of the file. Once the file says the same, nothing is decided any more, and the file is followed again.
 *
 * @param told null where it is not known what the last file said: then nothing counts as decided
 */
export function keepDecided<Current extends ProgrammeItem, Incoming extends ProgrammeItem>(
  current: Current,
  told: ToldBefore | null,
  incoming: Incoming,
): KeptSession<Incoming> {
  if (!told) return { after: incoming, disagreements: [] };
  const decided = decidableFields.filter(
    (field) => field in told && differIn([field], current, { ...told, speakers: [] }).length > 0,
  );
  const speaking = new Set(current.speakers.map(({ who }) => who));
  const isOut = ({ who }: { who: string }) => (told.speakers ?? []).includes(who) && !speaking.has(who);
  const out = incoming.speakers.filter(isOut);
  const kept = Object.fromEntries(decided.map((field) => [field, current[field]]));
  const after = {
    ...incoming,
    ...kept,
    ...(decided.includes('start') ? { day: current.day } : {}),
    speakers: incoming.speakers.filter((speaker) => !isOut(speaker)),
  };
  return {
    after,
    disagreements: [
      ...(out.length > 0 ? [{ field: 'speakers', from: [], to: out.map(({ name }) => name) }] : []),
      ...differIn(decided, current, incoming),
    ],
  };
}

/** The same instant may be written in two ways. */
function differIn(
  fields: readonly (typeof decidableFields)[number][],
  current: ProgrammeItem,
  other: Partial<ProgrammeItem>,
): FieldChange[] {
  const isSameStart = other.start !== undefined && compareInstants(current.start, other.start) === 0;
  const compared = isSameStart ? { ...other, start: current.start } : other;
  return changesAmong<Partial<ProgrammeItem>>(fields, current, compared);
}
