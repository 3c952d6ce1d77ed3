import { queryOf } from '@forum/client/query';
import { type CapabilityEntry, listCapabilities } from '@forum/contract/matchmaking/capabilities';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

const long = 10 * 60_000;

/** The edition's list of capabilities. */
export function useCapabilities(): readonly CapabilityEntry[] {
  const { edition } = useEdition();
  const query = useQuery({
    ...queryOf(listCapabilities, { params: { edition: edition.slug } }),
    staleTime: long,
  });
  return query.data ?? [];
}

/** Names a capability in the reader's language; what the list does not have, by its code. */
export function useCapabilityName(): (code: string) => string {
  const entries = useCapabilities();
  const { i18n } = useTranslation();
  const titles = new Map(
    entries.map(({ code, title }) => [code, i18n.language === 'ko' ? title.ko : title.en]),
  );
  return (code) => titles.get(code) ?? (entries.length === 0 ? '…' : code);
}
