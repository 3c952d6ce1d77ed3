import { Injectable } from '@nestjs/common';
import { type ExportOfficer } from '@forum/contract/export-control';
import { requirePhase } from '@forum/domain/editions/phase';
import { Database, type Transaction } from '../../database/database.ts';
import { FirmsRepository } from '../../firms/firms.repository.ts';
import { requireActsFor } from '../../firms/own-firm.ts';
import { refuseField } from '../../http/refuse-field.ts';
import { type Admitted, editionOf, personOf } from '../../http/viewer.ts';
import { Changes } from '../../live/changes.ts';

/** Who may release listed topics for a firm: its own choice, and the host's beside it. */
@Injectable()
export class ExportOfficers {
  constructor(
    private readonly database: Database,
    private readonly firms: FirmsRepository,
    private readonly changes: Changes,
  ) {}

  async list(viewer: Admitted, firmId: string): Promise<ExportOfficer[]> {
    requireActsFor(viewer, firmId);
    const edition = editionOf(viewer);
    return this.database.snapshot(async (transaction) => {
      await this.firms.one(transaction, edition.id, firmId);
      return officersOf(transaction, edition.id, firmId);
    });
  }

  /** Names officers instead of those whom the same hand had named: a firm's list leaves the host's alone. */
  name(viewer: Admitted, firmId: string, delegates: readonly string[]): Promise<ExportOfficer[]> {
    requireActsFor(viewer, firmId);
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    const byHost = viewer.standing.firmId !== firmId;
    return this.database.write(async (transaction) => {
      const firm = await this.firms.one(transaction, edition.id, firmId);
      const known = await transaction.query<{ id: string }>(
        `select id from delegate where edition_id = $1 and firm_id = $2 and state = 'accredited' and id = any($3::uuid[])`,
        [edition.id, firmId, delegates],
      );
      const strange = delegates.find((id) => !known.some((one) => one.id === id));
      if (strange) {
        throw refuseField('body.delegates', strange, 'is no accredited representative of the firm');
      }
      await transaction.query(
        `with gone as (
           delete from export_officer where edition_id = $1 and firm_id = $2 and by_host = $4 and delegate_id <> all ($3::uuid[]))
         insert into export_officer (edition_id, firm_id, delegate_id, by_host, named_by)
         select $1, $2, d, $4, $5 from unnest($3::uuid[]) d
         on conflict on constraint export_officer_pk do nothing`,
        [edition.id, firmId, [...new Set(delegates)], byHost, personOf(viewer).id],
      );
      await this.changes.record(transaction, viewer, {
        editionId: edition.id,
        streams: [`firm:${firmId}`, 'staff:organiser'],
        type: 'officers.changed',
        entityId: firmId,
        version: firm.version,
        detail: { after: { officers: delegates, byHost } },
      });
      return officersOf(transaction, edition.id, firmId);
    });
  }
}

const officersOf = (transaction: Transaction, editionId: string, firmId: string) =>
  transaction.query<ExportOfficer>(
    `select d.id as "delegateId", p.display_name as name, d.office, o.by_host as "byHost"
     from export_officer o join delegate d on d.id = o.delegate_id join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
     where o.edition_id = $1 and o.firm_id = $2 and d.firm_id = $2 and d.state = 'accredited'
     order by p.sort_key, d.id limit 60`,
    [editionId, firmId],
  );
