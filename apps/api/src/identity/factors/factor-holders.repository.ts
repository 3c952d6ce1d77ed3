import type { Factors } from '@forum/contract/identity/factors/factors';
import type { FactorHolder } from '@forum/contract/identity/factors/factor-holders';
import { staffRoles } from '@forum/domain/identity/role';
import type { SqlReader, Transaction } from '../../database/database.ts';
import { one } from '../../database/one.ts';

/** Whether a person, named by an SQL expression, has set up a second factor. */
export const hasFactor = (person: string): string =>
  `(exists (select from passkey where person_id = ${person})
    or exists (select from code_app where person_id = ${person} and confirmed_at is not null))`;

const staff = `'{${staffRoles.join(',')}}'::text[]`;

/** Export officers `o` in force, by their delegate `r`. Who is only named has nothing to use yet, and needs no factor. */
const inForce = `export_officer o
  join representative r on r.edition_id = o.edition_id and r.firm_id = o.firm_id and r.delegate_id = o.delegate_id
    and o.confirmed_at is not null`;

/** Whether a standing of a person, in whatever edition, waits until they show a second factor. */
export const wantsFactor = (person: string): string =>
  `(exists (select from person where id = ${person} and secretariat)
    or exists (select from role_grant where person_id = ${person} and role = any(${staff}))
    or exists (select from ${inForce} where r.person_id = ${person}))`;

/** Who in an edition holds what wants a factor, and who may need one to confirm an aide: its heads. */
const holdersIn = `
  select g.person_id, g.role from role_grant g where g.edition_id = $1 and g.role = any(${staff})
  union select id, 'organiser' from person where secretariat
  union select r.person_id, 'export-officer' from ${inForce} where o.edition_id = $1
  union select head_id, 'delegation-head' from delegation where edition_id = $1 and head_id is not null`;

/** How long what one person said waits for another to say it too. */
const lostFor = '24 hours';

const mostHolders = 2_000;

/** The holders of an edition, by name. */
export async function readFactorHolders(reader: SqlReader, editionId: string): Promise<FactorHolder[]> {
  return reader.query<FactorHolder>(
    `select json_build_object('id', p.id, 'name', p.display_name) as person, p.mail,
       array_agg(h.role order by h.role) as roles, ${hasFactor('p.id')} as "hasFactor",
       (select utc(max(c.expires_at)) from enrolment_code c
        where c.person_id = p.id and c.used_at is null and c.expires_at > now()) as "codeUntil",
       (select json_build_object('saidBy', json_build_object('id', q.id, 'name', q.display_name),
          'until', utc(l.said_at + interval '${lostFor}'))
        from lost_factor l join person_in_edition q on q.edition_id = $1 and q.id = l.said_by
        where l.person_id = p.id and l.said_at > now() - interval '${lostFor}') as lost
     from (${holdersIn}) h join person_in_edition p on p.edition_id = $1 and p.id = h.person_id
     group by p.id, p.display_name, p.mail, p.sort_key order by p.sort_key, p.id limit ${mostHolders}`,
    [editionId],
  );
}

/** Who has said that the factor of a person is lost, while that waits for another to say it too; else null. */
export async function whoSaysLost(reader: SqlReader, personId: string): Promise<string | null> {
  const [known] = await reader.query<{ saidBy: string }>(
    `select said_by as "saidBy" from lost_factor where person_id = $1 and said_at > now() - interval '${lostFor}'`,
    [personId],
  );
  return known?.saidBy ?? null;
}

/** Whether a person has set up a second factor. */
export async function isEnrolled(reader: SqlReader, personId: string): Promise<boolean> {
  const [row] = await reader.query<{ is: boolean }>(`select ${hasFactor('$1')} as is`, [personId]);
  return row?.is ?? false;
}

/** The second factors of a person, as they see them in a session. */
export async function readFactors(
  reader: SqlReader,
  { personId, sessionId, party }: { personId: string; sessionId: string | null; party: string },
): Promise<Omit<Factors, 'shown' | 'helpers' | 'passkeysPossible'>> {
  return one(
    await reader.query<Omit<Factors, 'shown' | 'helpers' | 'passkeysPossible'>>(
      `select ${wantsFactor('$1')} as wanted,
         not ${hasFactor('$1')} and coalesce((select may_enrol_until > now() from sign_in_session where id = $2), false) as "mayEnrol",
         (select json_build_object('since', utc(confirmed_at)) from code_app
          where person_id = $1 and confirmed_at is not null) as "codeApp",
         (select coalesce(json_agg(json_build_object('id', id, 'device', device, 'createdAt', utc(created_at),
             'lastUsedAt', utc(last_used_at), 'usable', rp_id = $3) order by created_at, id), '[]')
          from passkey where person_id = $1) as passkeys,
         (select count(*)::int from recovery_code where person_id = $1 and used_at is null) as "recoveryCodesLeft"`,
      [personId, sessionId, party],
    ),
  );
}

/** The editions that a person has a part in, and that are not archived. */
export async function editionsOfPerson(reader: SqlReader, personId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select e.id from edition e cross join lateral standing_of($1, e.id) s
     where e.phase <> 'archived' and (s.roles <> '{}' or s.delegate_id is not null) order by e.id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}

/** Somebody for whom a code is to be made. */
export interface Holder {
  id: string;
  name: string;
  secretariat: boolean;
  enrolled: boolean;
}

/** A holder of an edition, locked so that two cannot help at once; undefined when the person is none. */
export async function lockHolder(
  transaction: Transaction,
  editionId: string,
  personId: string,
): Promise<Holder | undefined> {
  const [holder] = await transaction.query<Holder>(
    `select p.id, p.display_name as name, p.secretariat, ${hasFactor('p.id')} as enrolled
     from person p where p.id = $2 and p.id in (select person_id from (${holdersIn}) h)
     for no key update of p`,
    [editionId, personId],
  );
  return holder;
}

const mostHelpers = 8;

/** Who can hand a code to somebody: the host's team of the editions that they have a part in, and the secretariat. */
export function readHelpers(reader: SqlReader, personId: string): Promise<{ id: string; name: string }[]> {
  return reader.query(
    `select p.id, p.display_name as name from person p
     where p.id <> $1 and (p.secretariat or exists (
       select from role_grant g join edition e on e.id = g.edition_id
         cross join lateral standing_of($1, e.id) s
       where g.person_id = p.id and g.role in ('organiser', 'accreditation-officer') and e.phase <> 'archived'
         and (s.roles <> '{}' or s.delegate_id is not null)))
       and (p.secretariat or not exists (select from person where id = $1 and secretariat))
     order by p.secretariat, p.sort_key, p.id limit ${mostHelpers}`,
    [personId],
  );
}
