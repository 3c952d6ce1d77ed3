import { randomUUID } from 'node:crypto';
import type { setTeams } from '@forum/contract/firms/teams';
import type { RouteInput } from '@forum/contract/route';
import type { Transaction } from '../../database/database.ts';
import { noSuchFirm } from '../firms.repository.ts';

export type Wanted = RouteInput<typeof setTeams>['body']['teams'];

/** Who belongs to which team of a firm. */
export interface Membership {
  teamId: string;
  delegateId: string;
  personId: string;
}

/** A firm of an edition with its version; it stays in the edition until the transaction ends. */
export async function lockFirm(transaction: Transaction, editionId: string, firmId: string) {
  const [firm] = await transaction.query<{ id: string; version: number }>(
    `select f.id, f.version from firm_in_edition e join firm f on f.id = e.firm_id
     where e.edition_id = $1 and e.firm_id = $2 and e.removed_at is null for no key update of e`,
    [editionId, firmId],
  );
  if (!firm) throw noSuchFirm(firmId);
  return firm;
}

/** The teams that a firm has now. */
export async function teamsOf(
  transaction: Transaction,
  editionId: string,
  firmId: string,
): Promise<ReadonlySet<string>> {
  const teams = await transaction.query<{ id: string }>(
    'select id from team where edition_id = $1 and firm_id = $2 and removed_at is null',
    [editionId, firmId],
  );
  return new Set(teams.map(({ id }) => id));
}

/** The delegates who represent a firm. */
export async function representativesOf(
  transaction: Transaction,
  editionId: string,
  firmId: string,
): Promise<ReadonlySet<string>> {
  const people = await transaction.query<{ id: string }>(
    'select delegate_id as id from representative where edition_id = $1 and firm_id = $2',
    [editionId, firmId],
  );
  return new Set(people.map(({ id }) => id));
}

/** The capabilities that the profile of a firm names, or that its teams talk about. */
export async function capabilitiesOf(
  transaction: Transaction,
  editionId: string,
  firmId: string,
): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ code: string }>(
    `select line ->> 'capability' as code from firm_profile p
     cross join jsonb_array_elements(coalesce(p.content -> 'offers', '[]') || coalesce(p.content -> 'needs', '[]')) line
     where p.edition_id = $1 and p.firm_id = $2
     union select unnest(capabilities) from team where edition_id = $1 and firm_id = $2`,
    [editionId, firmId],
  );
  return new Set(rows.map(({ code }) => code));
}

/** Who belongs to which team of a firm now. */
export const memberships = (transaction: Transaction, editionId: string, firmId: string) =>
  transaction.query<Membership>(
    `select m.team_id as "teamId", m.delegate_id as "delegateId", d.person_id as "personId"
     from team t join team_member m on m.team_id = t.id join delegate d on d.id = m.delegate_id
     where t.edition_id = $1 and t.firm_id = $2 and t.removed_at is null order by m.team_id, m.delegate_id`,
    [editionId, firmId],
  );

/** Makes these the teams of a firm, in this order; those that are not among them are dissolved. */
export async function replaceTeams(
  transaction: Transaction,
  editionId: string,
  firmId: string,
  wanted: Wanted,
): Promise<void> {
  const teams = wanted.map((team, position) => ({ ...team, id: team.id ?? randomUUID(), position }));
  await transaction.query(
    `update team set removed_at = now()
     where edition_id = $1 and firm_id = $2 and removed_at is null and id <> all($3::uuid[])`,
    [editionId, firmId, teams.map((team) => team.id)],
  );
  await transaction.query(
    `insert into team (id, edition_id, firm_id, name, position, capabilities)
     select n.id, $1, $2, n.name, n.position, array(select distinct unnest(n.capabilities))
     from json_to_recordset($3::json) as n (id uuid, name text, position int, capabilities text[])
     on conflict (id) do update
       set name = excluded.name, position = excluded.position, capabilities = excluded.capabilities`,
    [editionId, firmId, JSON.stringify(teams)],
  );
  await transaction.query('delete from team_member where team_id = any($1::uuid[])', [
    teams.map((team) => team.id),
  ]);
  const members = teams.flatMap(({ id, members: ids }) =>
    [...new Set(ids)].map((delegate) => ({ team: id, delegate })),
  );
  await transaction.query(
    `insert into team_member (edition_id, team_id, delegate_id)
     select $1, n.team, n.delegate from json_to_recordset($2::json) as n (team uuid, delegate uuid)`,
    [editionId, JSON.stringify(members)],
  );
}
