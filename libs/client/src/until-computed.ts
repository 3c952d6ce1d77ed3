import type { MatchingState } from '@forum/contract/matchmaking/shared';

const pause = 5_000;

/**
 * For `useQuery`: asks again while the answer says that a newer matching is on its way. The live message comes sooner, but
 * it may be lost, and the node that answers need not be the one whose messages come here.
 *
 * @example useQuery({ ...queryOf(listSuggestions, where), ...untilComputed })
 */
export const untilComputed = {
  refetchInterval: ({ state }: { state: { data?: { matching: MatchingState } | undefined } }) =>
    state.data && state.data.matching.newer !== 'none' ? pause : (false as const),
};
