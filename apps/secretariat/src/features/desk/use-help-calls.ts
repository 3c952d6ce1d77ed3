import { queryOf } from '@forum/client/query';
import { type HelpCall, listHelpCalls } from '@forum/contract/meetings/help-calls';
import { useEdition } from '@forum/ui/lib/edition';
import { useQuery } from '@tanstack/react-query';
import { useMay } from './use-at-desk.ts';

/** The calls for help that the reader may deal with; none for those who may not. */
export function useHelpCalls(): readonly HelpCall[] {
  const { edition } = useEdition();
  const isHelpDesk = useMay(listHelpCalls);
  const query = useQuery({
    ...queryOf(listHelpCalls, { params: { edition: edition.slug } }),
    enabled: isHelpDesk,
  });
  return query.data?.calls ?? [];
}
