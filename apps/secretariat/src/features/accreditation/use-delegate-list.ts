import { queryOf } from '@forum/client/query';
import { listDelegates } from '@forum/contract/delegations/delegates';
import { accreditationStates } from '@forum/domain/accreditation/accreditation';
import { delegateCategories } from '@forum/domain/people/delegate-category';
import { useEdition } from '@forum/ui/lib/edition';
import type { useFilters } from '@forum/ui/lib/use-filters';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { pageOf, pageSize } from '../../components/pager.tsx';

/** What the list can be sorted by. */
export const orders = ['name', 'submitted', 'country', 'organisation', 'state'] as const;
export type Order = (typeof orders)[number];

/** Those who are accredited and not confirmed for the firm that they name; of these, whom the host may confirm. */
export const unconfirmed = ['waiting', 'waiting-for-host'] as const;

/** What the address says of the list of delegates: how it is narrowed and sorted. */
export function choiceOf(filters: ReturnType<typeof useFilters>) {
  return {
    search: filters.read('q'),
    state: accreditationStates.find((one) => one === filters.read('state')),
    category: delegateCategories.find((one) => one === filters.read('category')),
    country: /^[A-Z]{2}$/.test(filters.read('country')) ? filters.read('country') : undefined,
    delegation: filters.read('delegation') || undefined,
    firms: unconfirmed.find((one) => one === filters.read('firms')),
    order: orders.find((one) => one === filters.read('order')) ?? ('submitted' as const),
    isDown: filters.read('down') !== '',
  };
}

/** Whether the address leaves anybody out of the list. */
export function isNarrowed(filters: ReturnType<typeof useFilters>): boolean {
  const { order: _order, isDown: _isDown, ...narrowing } = choiceOf(filters);
  return Object.values(narrowing).some((choice) => choice !== undefined && choice !== '');
}

/** The delegates on the page that the address names. */
export function useDelegateList(filters: ReturnType<typeof useFilters>) {
  const { edition } = useEdition();
  const { search, isDown, ...choice } = choiceOf(filters);
  const searched = useDeferredValue(search);
  return useQuery({
    ...queryOf(listDelegates, {
      params: { edition: edition.slug },
      query: {
        offset: (pageOf(filters) - 1) * pageSize,
        limit: pageSize,
        ...choice,
        search: searched || undefined,
        descending: isDown ? 'true' : 'false',
      },
    }),
    placeholderData: keepPreviousData,
  });
}
