import { problemIn } from '@forum/client/http';
import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { Bones, ProblemNotice } from './notice.tsx';

interface ReadProps<Data> {
  query: UseQueryResult<Data, Error>;
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
