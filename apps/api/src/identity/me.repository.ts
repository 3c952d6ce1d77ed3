import type { whoAmI } from '@forum/contract/identity/me';
import type { RouteOutput } from '@forum/contract/route';
import type { SqlReader, Transaction } from '../database/database.ts';
import { editionOfAide } from './aides/aide-relations.repository.ts';
import { hasFactor, wantsFactor } from './factors/factor-holders.repository.ts';

type Self = Omit<RouteOutput<typeof whoAmI> & object, 'actingFor'>;

const ownEdition = `json_build_object('slug', e.slug, 'roles', s.roles, 'delegateId', s.delegate_id,
  'accredited', s.accredited, 'firmId', s.firm_id, 'delegationId', d.delegation_id)`;

/** A person as they see themselves, with what they are in every edition; `namedAs` is whose name a registration proposes. */
export async function readSelf(
  reader: SqlReader,
  of: { personId: string; hasShownFactor: boolean; namedAs: string; isSecretariat: boolean },
): Promise<Self | null> {
  const [self] = await reader.query<Self>(
    `select p.id, p.mail, p.display_name as name, p.language, p.zone, p.device_zone as "deviceZone", $4::boolean as secretariat,
         json_build_object('wanted', ${wantsFactor('p.id')}, 'enrolled', ${hasFactor('p.id')}, 'shown', $2::boolean) as "secondFactor",
         (select json_build_object('given', q.given, 'family', q.family, 'nativeScript', q.native_script,
             'nativeLanguage', q.native_language, 'display', q.display_name, 'sortKey', q.sort_key, 'honorific', q.honorific)
          from person q where q.id = $3 and coalesce(q.given, q.family, q.native_script) is not null) as "proposedName",
         (select coalesce(json_agg(json_build_object('id', q.id, 'name', q.display_name, 'aide', a.id,
             'edition', ${editionOfAide}, 'accredited', exists (select from delegate d where d.edition_id = a.edition_id
               and d.person_id = p.id and d.state = 'accredited')) order by e.starts_on, q.sort_key, q.id), '[]')
          from acting_aide a join person q on q.id = a.principal_id join edition e on e.id = a.edition_id
          where a.person_id = p.id) as principals,
         (select coalesce(json_agg(${ownEdition} order by e.year desc), '[]')
          from edition e cross join lateral standing_of(p.id, e.id) s left join delegate d on d.id = s.delegate_id
          where s.roles <> '{}' or s.delegate_id is not null) as editions
       from person p where p.id = $1`,
    [of.personId, of.hasShownFactor, of.namedAs, of.isSecretariat],
  );
  return self ?? null;
}

/** The delegation of a delegate. */
export async function delegationOf(reader: SqlReader, delegateId: string | null): Promise<string | null> {
  const [delegate] = await reader.query<{ delegationId: string | null }>(
    'select delegation_id as "delegationId" from delegate where id = $1',
    [delegateId],
  );
  return delegate?.delegationId ?? null;
}

/** Sets how somebody reads: null leaves a language or the device's zone as it is, undefined the zone. */
export async function editPerson(
  transaction: Transaction,
  personId: string,
  change: { language: string | null; zone: string | null | undefined; deviceZone: string | null },
): Promise<void> {
  await transaction.query(
    `update person set language = coalesce($2, language), zone = case when $4 then $3 else zone end,
       device_zone = coalesce($5, device_zone) where id = $1`,
    [personId, change.language, change.zone ?? null, change.zone !== undefined, change.deviceZone],
  );
}
