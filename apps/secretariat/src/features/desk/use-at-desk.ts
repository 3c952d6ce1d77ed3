import { useEdition, useStanding } from '@forum/ui/lib/edition';
import { may } from '@forum/domain/identity/policy';
import type { Route } from '@forum/contract/route';
import type { AtDesk } from './places.ts';

/** What the reader brings to the policy in the edition on the screen. */
export function useAtDesk(): AtDesk {
  const { me } = useEdition();
  const standing = useStanding();
  return {
    grants: [
      ...(me ? (['signed-in'] as const) : []),
      ...(standing?.roles ?? []),
      ...(standing?.accredited ? (['accredited'] as const) : []),
    ],
    secretariat: me?.secretariat ?? false,
  };
}

/** Whether the reader may do what a route of the edition does. */
export function useMay(route: Route): boolean {
  return may(useAtDesk().grants, route.action).length > 0;
}
