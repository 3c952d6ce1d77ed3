import { queryOf } from '@forum/client/query';
import { type Programme, readProgramme, readRestricted } from '@forum/contract/programme/programme';
import { useQuery } from '@tanstack/react-query';
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
