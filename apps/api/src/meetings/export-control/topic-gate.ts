import { newlyAwaited } from '@forum/domain/export-control/awaited';
import type { ControlledTopic, HostLaw } from '@forum/domain/export-control/gate';
import { knownHostLaw } from '@forum/domain/export-control/host-law';
import { type MeetingParty, meetingParties } from '@forum/domain/meetings/meeting-state';
import type { JobData } from '../../jobs/jobs.ts';
import type { MeetingRecord } from '../meeting-record.repository.ts';

/** The law of the hosts as it is at an instant. */
export const lawAt = (now: string): HostLaw => ({ packs: knownHostLaw, day: now.slice(0, 10) });

/** Sides of which nobody is named, or somebody of unknown nationality. */
export const unnamedSides = (
  people: readonly { side: MeetingParty; country: string | null }[],
): MeetingParty[] =>
  meetingParties.filter((side) => {
    const theirs = people.filter((person) => person.side === side);
    return theirs.length === 0 || theirs.some(({ country }) => country === null);
  });

/**
 * Nationalities of those who take part, one each; a side that has named nobody yet counts as somebody of whom nothing is
 * known, because its people come only later.
 */
export const nationalitiesOf = (
  people: readonly { side: MeetingParty; country: string | null }[],
): (string | null)[] => [
  ...people.map(({ country }) => country),
  ...meetingParties.filter((side) => !people.some((person) => person.side === side)).map(() => null),
];

/** A meeting as far as export control looks at it. */
export const topicOf = ({ controlEntries, people, host }: MeetingRecord): ControlledTopic => ({
  entries: controlEntries,
  nationalities: nationalitiesOf(people),
  host,
});

/** Whose officers are to be told that their release is awaited since this step; a meeting without version was nothing before. */
export function awaitedSince(
  before: MeetingRecord,
  after: MeetingRecord,
  now: string,
): JobData['tell-officers']['awaited'] {
  const awaiting = (meeting: MeetingRecord) => ({ ...meeting, topic: topicOf(meeting) });
  return newlyAwaited(before.version > 0 ? awaiting(before) : null, awaiting(after), lawAt(now)).map(
    (awaited) => ({ ...awaited, firmId: awaited.side === 'from' ? after.fromFirmId : after.toFirmId }),
  );
}
