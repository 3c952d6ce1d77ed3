import { Injectable } from '@nestjs/common';
import type { setTeams, Team } from '@forum/contract/firms/teams';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { randomUUID } from 'node:crypto';
import { Database, type Transaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { Losses } from '../../losses/losses.ts';
import { FirmChanges } from '../firm-changes.ts';
import { FirmsRepository, noSuchFirm } from '../firms.repository.ts';
import { requireActsFor } from '../own-firm.ts';

type Wanted = RouteInput<typeof setTeams>['body']['teams'];

/** Who belongs to which team of a firm. */
interface Membership {
  teamId: string;
  delegateId: string;
  personId: string;
}

/** The teams that firms send to meetings. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FirmsRepository,
    private readonly firmChanges: FirmChanges,
    private readonly changes: Changes,
    private readonly losses: Losses,
  ) {}

  /** Forms the teams anew. Meetings belong to the people who were named for them: another team takes over what a dissolved one had. */
  set(viewer: Admitted, firmId: string, wanted: Wanted): Promise<Team[]> {
    const edition = editionOf(viewer);
    requireActsFor(viewer, firmId);
    requirePhase(edition.phase, 'edit-edition');
    return this.database.write(async (transaction) => {
      const firm = await lockedFirm(transaction, edition.id, firmId);
      await requireTheirs(transaction, edition.id, firmId, wanted);
      await requireInProfile(transaction, edition.id, firmId, wanted);
      const before = await memberships(transaction, edition.id, firmId);
      await replaceTeams(transaction, edition.id, firmId, wanted);
      const after = await memberships(transaction, edition.id, firmId);
      await this.losses.settle(transaction, viewer, 'teams', { editionId: edition.id, firmId });
      await this.firmChanges.record(transaction, viewer, {
        editionId: edition.id,
        firm,
        detail: { before: { teams: before }, after: { teams: after } },
      });
      await this.changes.record(
        transaction,
        viewer,
        ...moved(before, after).map((personId) => ({
          editionId: edition.id,
          streams: [`person:${personId}` as const],
          type: 'rights.changed' as const,
          entityId: personId,
        })),
      );
      return this.repository.teams(transaction, edition.id, firmId, 'all');
    });
  }
}

async function lockedFirm(transaction: Transaction, editionId: string, firmId: string) {
  const [firm] = await transaction.query<{ id: string; version: number }>(
    `select f.id, f.version from firm_in_edition e join firm f on f.id = e.firm_id
     where e.edition_id = $1 and e.firm_id = $2 and e.removed_at is null for no key update of e`,
    [editionId, firmId],
  );
  if (!firm) throw noSuchFirm(firmId);
  return firm;
}

/** Refuses teams that are not the firm's, and members who do not represent it. */
async function requireTheirs(
  transaction: Transaction,
  editionId: string,
  firmId: string,
  wanted: Wanted,
): Promise<void> {
  const teams = await transaction.query<{ id: string }>(
    'select id from team where edition_id = $1 and firm_id = $2 and removed_at is null',
    [editionId, firmId],
  );
  const kept = wanted.flatMap(({ id }) => id ?? []);
  const strange = kept.find((id) => !teams.some((team) => team.id === id));
  if (strange) throw new DomainError('not_found', { team: strange }, `The firm has no team ${strange}.`);
  const twice = kept.find((id, at) => kept.indexOf(id) !== at);
  if (twice) throw refuseField('body.teams', twice, 'is named twice; name each team once');
  const people = await transaction.query<{ id: string }>(
    'select delegate_id as id from representative where edition_id = $1 and firm_id = $2',
    [editionId, firmId],
  );
  const known = new Set(people.map((person) => person.id));
  wanted.forEach(({ members }, at) => {
    const unknown = members.find((id) => !known.has(id));
    if (unknown) {
      const remedy = 'is no representative of the firm; choose one of its representatives';
      throw refuseField(`body.teams.${at}.members`, unknown, remedy);
    }
  });
}

/** Refuses a team to talk about what neither the firm's profile names nor the team talked about before. */
async function requireInProfile(
  transaction: Transaction,
  editionId: string,
  firmId: string,
  wanted: Wanted,
): Promise<void> {
  const rows = await transaction.query<{ code: string }>(
    `select line ->> 'capability' as code from firm_profile p
     cross join jsonb_array_elements(coalesce(p.content -> 'offers', '[]') || coalesce(p.content -> 'needs', '[]')) line
     where p.edition_id = $1 and p.firm_id = $2
     union select unnest(capabilities) from team where edition_id = $1 and firm_id = $2`,
    [editionId, firmId],
  );
  const known = new Set(rows.map(({ code }) => code));
  wanted.forEach(({ capabilities }, at) => {
    const unknown = capabilities.find((code) => !known.has(code));
    if (unknown === undefined) return;
    const remedy = "is not in the firm's profile; name it there first";
    throw refuseField(`body.teams.${at}.capabilities`, unknown, remedy);
  });
}

const memberships = (transaction: Transaction, editionId: string, firmId: string) =>
  transaction.query<Membership>(
    `select m.team_id as "teamId", m.delegate_id as "delegateId", d.person_id as "personId"
     from team t join team_member m on m.team_id = t.id join delegate d on d.id = m.delegate_id
     where t.edition_id = $1 and t.firm_id = $2 and t.removed_at is null order by m.team_id, m.delegate_id`,
    [editionId, firmId],
  );

async function replaceTeams(
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

/** The people who joined or left a team: what they may do has changed. */
function moved(before: readonly Membership[], after: readonly Membership[]): string[] {
  const missingIn = (others: readonly Membership[]) => (one: Membership) =>
    !others.some((other) => other.teamId === one.teamId && other.delegateId === one.delegateId);
  const changed = [...before.filter(missingIn(after)), ...after.filter(missingIn(before))];
  return [...new Set(changed.map((one) => one.personId))];
}
