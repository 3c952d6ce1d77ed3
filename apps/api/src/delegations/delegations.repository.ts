import { Injectable } from '@nestjs/common';
import type { Delegation } from '@forum/contract/delegations/delegations';
import { DomainError } from '@forum/domain/errors';
import { fold } from '@forum/domain/text/fold';
import type { Transaction, SqlReader } from '../database/database.ts';
import { type Admitted, mayAll } from '../http/viewer.ts';
import type { NewChange } from '../live/changes.ts';

/** The places of a delegation, as `g`, by category: how many there are, are taken, and are waited for. */
export const placesOfDelegation = `(
  select coalesce(json_agg(json_build_object('category', l.category, 'places', l.places, 'taken', l.taken,
      'waiting', (select count(*) from delegate w where w.delegation_id = g.id and w.category = l.category
        and w.waiting_since is not null)) order by l.category), '[]')
  from delegation_place l where l.delegation_id = g.id)`;

/** The refusal of a delegation that is not in this edition, or not the viewer's to see. */
export const noSuchDelegation = (id: string) =>
  new DomainError('not_found', { delegation: id }, 'There is no such delegation in this edition.');

/** The organisers reach every delegation, a head reaches their own. */
export function requireReach(viewer: Admitted, delegationId: string): void {
  if (!mayAll(viewer) && !viewer.standing.delegationIds.includes(delegationId))
    throw noSuchDelegation(delegationId);
}

/** Reads delegations with their places in the contract's shape. */
@Injectable()
export class DelegationsRepository {
  /** The firm of an edition that bears a name, the first of several; null when none does. */
  async firmOfName(reader: SqlReader, editionId: string, name: string): Promise<string | null> {
    const [firm] = await reader.query<{ id: string }>(
      `select f.id from firm f join firm_in_edition e on e.firm_id = f.id and e.edition_id = $1 and e.removed_at is null
       where f.folded_name = $2 order by f.id limit 1`,
      [editionId, fold(name)],
    );
    return firm?.id ?? null;
  }

  /** All of an edition, or those of `ids`. */
  list(reader: SqlReader, editionId: string, ids: readonly string[] | null): Promise<Delegation[]> {
    return reader.query<Delegation>(
      `select g.id, g.version, g.kind, g.name, g.country,
         case when h.id is not null then json_build_object('id', h.id, 'name', h.display_name) end as head,
         ${placesOfDelegation} as places
       from delegation g left join person_in_edition h on h.edition_id = g.edition_id and h.id = g.head_id
       where g.edition_id = $1 and ($2::uuid[] is null or g.id = any($2))
       order by g.name, g.id limit 1000`,
      [editionId, ids],
    );
  }

  /** One delegation, which no other write changes until this one ends. */
  async lock(
    transaction: Transaction,
    editionId: string,
    id: string,
  ): Promise<{ id: string; version: number }> {
    const [row] = await transaction.query<{ id: string; version: number }>(
      'select id, version from delegation where edition_id = $1 and id = $2 for update',
      [editionId, id],
    );
    if (!row) throw noSuchDelegation(id);
    return row;
  }

  changed(editionId: string, id: string, version: number, detail?: unknown): NewChange {
    return {
      editionId,
      streams: [`delegation:${id}`, 'staff:organiser', 'staff:accreditation-officer'],
      type: 'delegation.changed',
      entityId: id,
      version,
      ...(detail === undefined ? {} : { detail }),
    };
  }
}
