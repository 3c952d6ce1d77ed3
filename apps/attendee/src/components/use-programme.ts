import { call } from '@forum/client/http';
import { keyOf, queryOf } from '@forum/client/query';
import {
  type Programme,
  readProgramme,
  readRestricted,
  readStars,
  star,
  unstar,
  type Session,
} from '@forum/contract/programme';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useEdition } from '@forum/ui/lib/edition';

/** The programme that the reader may see, with restricted sessions that they are cleared for. */
export function useProgramme() {
  const { edition, me } = useEdition();
  const params = { edition: edition.slug };
  const query = useQuery(queryOf(readProgramme, { params }));
  const restricted = useQuery({
    ...queryOf(readRestricted, { params }),
    enabled: me !== null,
    gcTime: 0,
  }).data;
  const data = useMemo(() => query.data && joined(query.data, restricted), [query.data, restricted]);
  return { ...query, data };
}

/** Restricted sessions take the place of public ones of the same id, and the rest stands beside them. */
function joined(
  programme: Programme,
  restricted: Pick<Programme, 'sessions' | 'speakers' | 'rooms'> | undefined,
): Programme {
  if (!restricted || restricted.sessions.length === 0) return programme;
  const merge = <Thing extends { id: string }>(open: readonly Thing[], closed: readonly Thing[]) => [
    ...new Map([...open, ...closed].map((thing) => [thing.id, thing])).values(),
  ];
  return {
    ...programme,
    sessions: merge(programme.sessions, restricted.sessions),
    speakers: merge(programme.speakers, restricted.speakers),
    rooms: merge(programme.rooms, restricted.rooms),
  };
}

/** The sessions that I have starred, and how to star one; the star turns at once and turns back when it is refused. */
export function useStars() {
  const { edition, me } = useEdition();
  const client = useQueryClient();
  const options = queryOf(readStars, { params: { edition: edition.slug } });
  const query = useQuery({ ...options, enabled: me !== null });
  const starred = query.data?.sessionIds;
  const ids = useMemo(() => new Set(starred), [starred]);
  const turn = useMutation({
    mutationFn: ({ id, on }: { id: string; on: boolean }) =>
      call(on ? star : unstar, { params: { edition: edition.slug, session: id } }),
    onMutate: ({ id, on }) => {
      client.setQueryData(
        options.queryKey,
        (before) =>
          before && {
            ...before,
            sessionIds: on ? [...before.sessionIds, id] : before.sessionIds.filter((other) => other !== id),
          },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(readStars) }),
  });
  return {
    ids,
    canStar: me !== null,
    /** Whether it was read, or cannot be. */
    areKnown: starred !== undefined || query.isError,
    turn: (session: Session, on: boolean) => turn.mutate({ id: session.id, on }),
  };
}
