import { ProblemError } from '@forum/client/http';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { keepOffline } from './offline.ts';
import { router } from './router.tsx';

const isRefusal = (error: unknown) =>
  error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;

const client = new QueryClient({
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

keepOffline(client);

/** The app of delegates and firms. */
export function App(): ReactNode {
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
