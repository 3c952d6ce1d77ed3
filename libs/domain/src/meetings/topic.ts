import { fold } from '../text/fold.ts';

/**
 * What a meeting is about: what somebody typed, the same for every reader; or a title that the platform knows in both of
 * its languages, the English one first.
 */
export interface Topic {
  readonly topic: string;
  /** Null for what somebody typed; absent from what was kept before there was one. */
  readonly topicKo?: string | null | undefined;
}

/** What a planned meeting is about when the two sides name nothing in common. */
export const topicOfWishes = {
  topic: 'Planned by the host from the wishes of both sides',
  topicKo: '양측의 희망에 따라 주최 측이 배정한 면담',
} as const satisfies Topic;

/** A topic as somebody of this language reads it. */
export const topicIn = ({ topic, topicKo }: Topic, language: string): string =>
  language.startsWith('ko') ? (topicKo ?? topic) : topic;

/** All that readers see of a topic, folded as a search compares it. */
export const foldedTopic = ({ topic, topicKo }: Topic): string => fold(`${topic} ${topicKo ?? ''}`);
