import { queryOf } from '@forum/client/query';
import { whoAmI } from '@forum/contract/identity/me';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';

/** Where somebody goes once they are in: an address of this site, or the start. */
export function wayIn(search: URLSearchParams): string {
  const to = search.get('to') ?? '/';
  // A path of ours and nothing else: `//elsewhere` would leave the site.
  return /^\/(?![/\\])/.test(to) ? to : '/';
}

/** Goes there; by way of the second factor, if a role of theirs waits for it. */
export function useGoIn(): () => Promise<void> {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  return async () => {
    await client.resetQueries();
    const to = wayIn(search);
    const me = await client.fetchQuery(queryOf(whoAmI));
    if (me?.secondFactor.wanted && !me.secondFactor.shown) {
      await navigate(`/sign-in/second-factor?to=${encodeURIComponent(to)}`, { replace: true });
    }
    // The secretariat is an app of its own.
    else if (to.startsWith('/secretariat')) location.assign(to);
    else await navigate(to, { replace: true });
  };
}
