import type { CallInput } from '@forum/client/http';
import { queryOf } from '@forum/client/query';
import type { Route, RouteOutput } from '@forum/contract/route';
import { Read } from '@forum/ui/states/read';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface OpenedProps<R extends Route> {
  /** The thing as the list holds it, if it is on the page of the list that is shown. */
  listed: RouteOutput<R> | undefined;
  /** Reads it by itself. */
  route: R;
  input: CallInput<R>;
  children: (thing: RouteOutput<R>) => ReactNode;
}

/**
 * The thing that an address names: as the list beside it shows it, else read by itself, because an address leads to the
 * same thing whatever page of the list is open. One that is gone says so.
 */
export function Opened<R extends Route>({ listed, ...rest }: OpenedProps<R>): ReactNode {
  return listed === undefined ? <Alone {...rest} /> : rest.children(listed);
}

function Alone<R extends Route>({ route, input, children }: Omit<OpenedProps<R>, 'listed'>): ReactNode {
  const query = useQuery(queryOf(route, input));
  return (
    <Read query={query} bones={4}>
      {children}
    </Read>
  );
}
