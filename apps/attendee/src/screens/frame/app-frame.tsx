import { queryOf } from '@forum/client/query';
import { frontPage } from '@forum/contract/editions/front-page';
import { usePrefetchQuery } from '@tanstack/react-query';
import { FactorPrompt } from '@forum/ui/factors/factor-prompt';
import type { ReactNode } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { UpdatePrompt } from '../../components/update-prompt.tsx';

/** Around every screen: Back finds the place where one was, and a new version waits until it is asked for. */
export function AppFrame(): ReactNode {
  // Without network the start of the app must know which edition is the current one.
  usePrefetchQuery(queryOf(frontPage));
  return (
    <>
      <Outlet />
      <FactorPrompt setUpAt="/?to=sign-in" />
      <UpdatePrompt />
      <ScrollRestoration />
    </>
  );
}
