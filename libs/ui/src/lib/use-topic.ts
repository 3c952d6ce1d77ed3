import { topicIn } from '@forum/domain/meetings/topic';
import { useTranslation } from 'react-i18next';

/** What a meeting is about in the reader's language; empty for a topic that this device did not keep. */
export function useTopic(): (of: { topic: string | null; topicKo?: string | null | undefined }) => string {
  const { i18n } = useTranslation();
  return ({ topic, topicKo }) => (topic === null ? '' : topicIn({ topic, topicKo }, i18n.language));
}
