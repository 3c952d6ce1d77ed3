import { problemIn } from '@forum/client/http';
import type { ReactNode } from 'react';
import { Bones, ProblemNotice } from './notice.tsx';

/** As much of a query as is shown here. */
interface Asked<Data> {
  data: Data | undefined;
  isError: boolean;
  error: Error | null;
  refetch: () => unknown;
}

interface ReadProps<Data> {
  query: Asked<Data>;
  bones?: number;
  children: (data: Data) => ReactNode;
}

/** What a query says: bones until it has answered, the problem when it could not, and else what it read. */
export function Read<Data>({ query, bones, children }: ReadProps<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return <ProblemNotice problem={problemIn(query.error)} retry={() => void query.refetch()} />;
  return <Bones {...(bones === undefined ? {} : { rows: bones })} />;
}
