import type { StreamName } from '@forum/domain/identity/streams';

/** Which sessions of an edition somebody sees, for SQL; it follows from their streams, so that both always agree. */
export interface Sight {
  accredited: boolean;
  /** Every restricted session, as organisers do. */
  restricted: boolean;
  /** Sessions that they are named for or speak in. */
  sessionIds: readonly string[];
}

const sessionStream = 'session:';

export function sightOf(streams: readonly StreamName[]): Sight {
  return {
    accredited: streams.includes('accredited'),
    restricted: streams.includes('staff:organiser'),
    sessionIds: streams
      .filter((stream) => stream.startsWith(sessionStream))
      .map((stream) => stream.slice(sessionStream.length)),
  };
}

/** The predicate of `audienceOfSession` over `session s`, with three parameters from `$first` on. */
export const isSeen = (first: number) =>
  `(s.audience = 'public' or (s.audience = 'accredited' and $${first}) or (s.audience = 'restricted' and $${first + 1})
    or s.id = any($${first + 2}::uuid[]))`;

/** The three parameters of {@link isSeen}. */
export const seenBy = (sight: Sight): unknown[] => [sight.accredited, sight.restricted, sight.sessionIds];
