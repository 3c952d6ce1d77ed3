import type { InterpreterAtWork } from '@forum/domain/meetings/interpreting';
import type { Transaction } from '../../database/database.ts';
import type { AroundTime } from '../halls/loaded-halls.repository.ts';

/** An interpreter with all that decides whether they can come at some time. */
export interface LoadedInterpreter extends InterpreterAtWork {
  id: string;
  name: string;
  languages: string[];
}

/**
 * The interpreters of an edition around a time, or one of them; what `except` takes counts as free. A booking of one holds
 * their lock.
 */
export function loadInterpreters(
  transaction: Transaction,
  { editionId, time, except, id }: AroundTime & { id: string | null },
): Promise<LoadedInterpreter[]> {
  return transaction.query<LoadedInterpreter>(
    `select i.id, i.name, i.languages, i.most_in_a_row as "mostInARow",
       case when i.hours is not null then (
         select coalesce(json_agg(json_build_object('start', utc(lower(h)), 'end', utc(upper(h)))), '[]')
         from unnest(i.hours) h) end as hours,
       (select coalesce(json_agg(json_build_object('start', utc(lower(r.during)), 'end', utc(upper(r.during)))), '[]')
        from reservation r where r.resource_id = i.id and (r.commitment_kind, r.commitment_id) <> ($4, $5::uuid)
          and r.during && tstzrange($2::timestamptz - interval '1 day', $3::timestamptz + interval '1 day')) as booked
     from interpreter i where i.edition_id = $1 and i.removed_at is null and ($6::uuid is null or i.id = $6)
     order by i.name, i.id limit 500`,
    [editionId, time.start, time.end, except.kind, except.id, id],
  );
}
