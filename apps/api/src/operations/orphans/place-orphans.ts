import type { OrphanQuery } from './orphan-query.ts';

const delegates = 'd.id, e.slug as edition from delegate d join edition e on e.id = d.edition_id';

/** Places of delegations that nobody holds, and people who wait for what is free. */
export const placeOrphans: readonly OrphanQuery[] = [
  {
    name: 'place-held-by-nobody',
    means: 'a delegation that counts more or fewer places as taken than people hold',
    sql: `select distinct g.id, e.slug as edition from delegation_place p join delegation g on g.id = p.delegation_id
      join edition e on e.id = g.edition_id where p.taken <> (
        select count(*) from delegate d where d.delegation_id = g.id and d.category = p.category and d.holds_place)`,
  },
  {
    name: 'place-of-somebody-who-is-out',
    means: 'somebody who holds a place of a delegation and is neither accredited nor vetted',
    sql: `select ${delegates} where d.holds_place and (d.delegation_id is null or d.state not in ('submitted', 'accredited'))`,
  },
  {
    name: 'waiting-for-nothing',
    means: 'somebody who stands in a queue for a place and is not on the waiting list',
    sql: `select ${delegates} where d.waiting_since is not null and (d.delegation_id is null or d.state <> 'waitlisted')`,
  },
  {
    name: 'waiting-for-a-free-place',
    means:
      'somebody whom no officer holds back and who waits although a place is free, while people are vetted',
    sql: `select ${delegates} join delegation_place p on p.delegation_id = d.delegation_id and p.category = d.category
      where d.waiting_since is not null and d.decided_at is null and p.taken < p.places and e.phase in ('registration', 'live')`,
  },
];
