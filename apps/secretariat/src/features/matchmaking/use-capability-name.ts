import { queryOf } from '@forum/client/query';
import { type CapabilityEntry, listCapabilities } from '@forum/contract/matchmaking/capabilities';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

/** The title of a capability in the reader's language. */
export function useCapabilityTitle(): (entry: CapabilityEntry) => string {
  const { i18n } = useTranslation();
  return ({ title }) => (i18n.language === 'ko' ? title.ko : title.en);
}

/** Names a capability of the edition; what the list does not have, by its code. */
export function useCapabilityName(): (code: string) => string {
  const { edition } = useEdition();
  const titleOf = useCapabilityTitle();
  const query = useQuery(queryOf(listCapabilities, { params: { edition: edition.slug } }));
  const titles = new Map(query.data?.map((entry) => [entry.code, titleOf(entry)]));
  return (code) => titles.get(code) ?? code;
}
