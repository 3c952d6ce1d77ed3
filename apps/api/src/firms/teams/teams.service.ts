import { Injectable } from '@nestjs/common';
import type { Team } from '@forum/contract/firms/teams';
import { requirePhase } from '@forum/domain/editions/phase';
import { DomainError } from '@forum/domain/errors';
import { Database, type Transaction } from '../../database/database.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';
import { Losses } from '../../losses/losses.ts';
import { FirmChanges } from '../firm-changes.ts';
import { FirmsRepository } from '../firms.repository.ts';
import { requireActsFor } from '../own-firm.ts';
import {
  capabilitiesOf,
  lockFirm,
  type Membership,
  memberships,
  replaceTeams,
  representativesOf,
  teamsOf,
  type Wanted,
} from './teams.repository.ts';

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
      const firm = await lockFirm(transaction, edition.id, firmId);
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

/** Refuses teams that are not the firm's, and members who do not represent it. */
async function requireTheirs(
  transaction: Transaction,
  editionId: string,
  firmId: string,
  wanted: Wanted,
): Promise<void> {
  const teams = await teamsOf(transaction, editionId, firmId);
  const kept = wanted.flatMap(({ id }) => id ?? []);
  const strange = kept.find((id) => !teams.has(id));
  if (strange) throw new DomainError('not_found', { team: strange }, `The firm has no team ${strange}.`);
  const twice = kept.find((id, at) => kept.indexOf(id) !== at);
  if (twice) throw refuseField('body.teams', twice, 'is named twice; name each team once');
  const known = await representativesOf(transaction, editionId, firmId);
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
  const known = await capabilitiesOf(transaction, editionId, firmId);
  wanted.forEach(({ capabilities }, at) => {
    const unknown = capabilities.find((code) => !known.has(code));
    if (unknown === undefined) return;
    const remedy = "is not in the firm's profile; name it there first";
    throw refuseField(`body.teams.${at}.capabilities`, unknown, remedy);
  });
}

/** The people who joined or left a team: what they may do has changed. */
function moved(before: readonly Membership[], after: readonly Membership[]): string[] {
  const missingIn = (others: readonly Membership[]) => (one: Membership) =>
    !others.some((other) => other.teamId === one.teamId && other.delegateId === one.delegateId);
  const changed = [...before.filter(missingIn(after)), ...after.filter(missingIn(before))];
  return [...new Set(changed.map((one) => one.personId))];
}
