import { call, type CallInput } from '@forum/client/http';
import { keyOf } from '@forum/client/query';
import type { Route, RouteOutput } from '@forum/contract/route';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A write: sends it, and reads again what it may have changed, also after a refusal, which is news too. */
export function useWrite<R extends Route>(route: R, ...changes: readonly Route[]) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<R>): Promise<RouteOutput<R>> => call(route, input),
    onSettled: () =>
      Promise.all(changes.map((changed) => client.invalidateQueries({ queryKey: keyOf(changed) }))),
  });
}
