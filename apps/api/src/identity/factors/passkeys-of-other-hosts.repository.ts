import type { Config } from '../../config.ts';
import type { Database } from '../../database/database.ts';

/** What an operator should hear when BASE_URL has another host than the passkeys were made for. */
export async function passkeysOfOtherHosts(
  database: Database,
  { baseUrl }: Pick<Config, 'baseUrl'>,
): Promise<string[]> {
  const host = new URL(baseUrl).hostname;
  const others = await database.rows<{ host: string; passkeys: number; people: number; stranded: number }>(
    `select rp_id as host, count(*)::int as passkeys, count(distinct person_id)::int as people,
       (count(distinct person_id) filter (where
         not exists (select from code_app c where c.person_id = p.person_id and c.confirmed_at is not null)
         and not exists (select from passkey q where q.person_id = p.person_id and q.rp_id = $1)))::int as stranded
     from passkey p where rp_id <> $1 group by rp_id order by rp_id`,
    [host],
  );
  return others.map(
    (one) =>
      `BASE_URL names ${host}, but ${one.passkeys} passkeys of ${one.people} people were made for ${one.host} and cannot be used here. One-time codes and recovery codes work on; ${one.stranded} of these people have no app with one-time codes. Set BASE_URL back, or help them to a new factor (docs/operating.md).`,
  );
}
