import { ProblemError } from '@forum/client/http';
import { keepOffline } from '@forum/client/offline';
import { deviceStore } from '@forum/client/offline/kept-store';
import { followReader } from '@forum/client/reader-channel';
import { QueryClient } from '@tanstack/react-query';
import { waitingStarsOf } from './waiting-stars.ts';

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

/** The stars that were set or taken back here and have not reached the forum. */
export const waitingStars = waitingStarsOf(queryClient);

/** What of it stays readable without network. */
export const offline = keepOffline(queryClient, deviceStore(), () => waitingStars.forget());

// Another account in another tab: what this one has read, and what was typed in it, was for somebody else.
followReader(queryClient);
