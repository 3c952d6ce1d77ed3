import { type ReactNode } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { UpdatePrompt } from '../components/update-prompt.tsx';

/** Around every screen: Back finds the place where one was, and a new version waits until it is asked for. */
export function AppFrame(): ReactNode {
  return (
    <>
      <Outlet />
      <UpdatePrompt />
      <ScrollRestoration />
    </>
  );
}
