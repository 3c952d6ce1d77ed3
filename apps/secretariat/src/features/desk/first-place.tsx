import { useEdition } from '@forum/ui/lib/edition';
import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { firstPlace } from './places.ts';
import { useAtDesk } from './use-at-desk.ts';

/** The desk of an edition opens with the work that the reader does most. */
export function FirstPlace(): ReactNode {
  const { edition } = useEdition();
  return <Navigate replace to={firstPlace(useAtDesk(), edition.phase)} />;
}
