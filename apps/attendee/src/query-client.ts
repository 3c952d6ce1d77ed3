import { ProblemError } from '@forum/client/http';
import { keepOffline } from '@forum/client/offline';
import { QueryClient } from '@tanstack/react-query';

const isRefusal = (error: unknown) =>
  error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;

/** All that this app has read. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Live changes and reconnection tell when something is new; a timer need not guess.
      staleTime: 60_000,
      gcTime: 24 * 3_600_000,
      networkMode: 'always',
      retry: (failures, error) => !isRefusal(error) && failures < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** What of it stays readable without network. */
export const offline = keepOffline(queryClient);
