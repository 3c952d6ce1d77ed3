import type { SqlReader } from '../database/database.ts';
import type { Sender } from './letters/sender.ts';

/** A {@link Sender} of the edition `e` in its capital `c`, for `json_build_object`. */
export const senderColumns = `'slug', e.slug, 'title', e.title, 'year', e.year, 'city', c.name, 'cities', c.names, 'venue', e.venue,
  'address', e.address, 'zone', e.zone, 'accent', c.accent, 'contactMail', e.contact_mail, 'contactPhone', e.contact_phone`;

/** The edition that is live, else the next by its dates: what concerns no edition is told in its name. Null before the first. */
export async function currentSender(reader: SqlReader): Promise<Sender | null> {
  const [row] = await reader.query<{ sender: Sender }>(
    `select json_build_object(${senderColumns}) as sender from edition e join capital c on c.id = e.capital_id
     where e.phase = 'live' or (e.phase in ('announced', 'registration') and e.ends_on >= (now() at time zone e.zone)::date)
     order by e.phase = 'live' desc, e.starts_on, e.id limit 1`,
  );
  return row?.sender ?? null;
}

/** That of an edition. */
export async function senderOf(reader: SqlReader, editionId: string): Promise<Sender | null> {
  const [row] = await reader.query<{ sender: Sender }>(
    `select json_build_object(${senderColumns}) as sender from edition e join capital c on c.id = e.capital_id where e.id = $1`,
    [editionId],
  );
  return row?.sender ?? null;
}
