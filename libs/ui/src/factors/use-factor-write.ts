import { call, type CallInput } from '@forum/client/http';
import type { Route, RouteOutput } from '@forum/contract/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A write about one's second factor. When it went well, all that is on the screen is read again: roles may count now. */
export function useFactorWrite<R extends Route>(route: R, onDone?: (output: RouteOutput<R>) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<R>): Promise<RouteOutput<R>> => call(route, input),
    onSuccess: async (output) => {
      onDone?.(output);
      await client.invalidateQueries();
    },
  });
}
