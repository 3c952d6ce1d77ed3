import { call } from '@forum/client/http';
import { actFor } from '@forum/contract/identity/me';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Acts for a principal, or for oneself with null; everything on the screen is then somebody else's and read anew. */
export function useActFor() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (aide: string | null) => call(actFor, { body: { aide } }),
    onSuccess: () => client.resetQueries(),
  });
}
