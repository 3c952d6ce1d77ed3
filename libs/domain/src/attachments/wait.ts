import type { AwaitingMeeting } from '../export-control/awaited.ts';
import { gateOf, isThrough, type HostLaw } from '../export-control/gate.ts';

/** Why attachments wait; `nationality` is of the reader alone. */
export const attachmentWaits = ['agreement', 'release', 'forbidden', 'nationality'] as const;

/** What attachments of a meeting wait for: that it is agreed, that its topic is released, or a reader it was released for. */
export type AttachmentWait = (typeof attachmentWaits)[number];

/**
 * Why a side does not see yet what the other has attached; null when it does. The meeting must be agreed and its topic
 * through the gate. Whoever reads counts as somebody who takes part: a listed topic that was released for some
 * nationalities, or needs no release among them, stays closed to a reader of another.
 *
 * @param reader the reader's nationality, ISO 3166-1 alpha-2; null when it is not known; absent when nobody reads and it
 *   is only asked how the two sides stand
 */
export function attachmentWait(
  { state, topic, releases }: AwaitingMeeting,
  law: HostLaw,
  reader?: string | null,
): AttachmentWait | null {
  if (state !== 'accepted') return 'agreement';
  const gate = gateOf(topic, releases, law);
  if (!isThrough(gate)) return gate.state === 'forbidden' ? 'forbidden' : 'release';
  if (reader === undefined) return null;
  const withReader = { ...topic, nationalities: [...topic.nationalities, reader] };
  return isThrough(gateOf(withReader, releases, law)) ? null : 'nationality';
}
