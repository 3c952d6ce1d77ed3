import '@forum/client/no-eval';
import '@forum/ui/styles.css';
import './desk.css';
import './lists.css';
import { ProblemError } from '@forum/client/http';
import { loadScriptFonts } from '@forum/ui/lib/script-fonts';
import { followReader } from '@forum/client/reader-channel';
import { startTexts } from '@forum/ui/lib/texts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { router } from './router.tsx';

await startTexts((language) =>
  import(`./texts/${language}.json`).then((texts: { default: object }) => ({ ...texts.default })),
);

const isRefusal = (error: unknown) =>
  error instanceof ProblemError && error.problem.status >= 400 && error.problem.status < 500;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      networkMode: 'always',
      retry: (failures, error) => !isRefusal(error) && failures < 2,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

followReader(client);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

loadScriptFonts();
