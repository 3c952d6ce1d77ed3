import { Injectable } from '@nestjs/common';
import type { Firm } from '@forum/contract/firms/firms';
import type { correctFirm, FirmListing } from '@forum/contract/firms/listing';
import type { RouteInput } from '@forum/contract/route';
import { requirePhase } from '@forum/domain/editions/phase';
import { firmKey } from '@forum/domain/firms/firm-difference';
import { fold } from '@forum/domain/text/fold';
import { Database, type Transaction } from '../database/database.ts';
import { refuseField } from '../http/refuse-field.ts';
import { type Admitted, editionOf } from '../http/viewer.ts';
import { touchedOf } from '../losses/touched.ts';
import { requireVersion } from '../http/require-version.ts';
import { FirmChanges } from './firm-changes.ts';
import { FirmRemovals } from './firm-removals.ts';
import { FirmsRepository, noSuchFirm } from './firms.repository.ts';
import { firmsByKey, lockFirms } from './known-firms.repository.ts';
import { isListed } from './firm-listings.repository.ts';

/** How the host lists a firm: name, country and stand, whatever a list called it, and whether it takes part at all. */
@Injectable()
export class FirmListingsService {
  constructor(
    private readonly database: Database,
    private readonly repository: FirmsRepository,
    private readonly removals: FirmRemovals,
    private readonly changes: FirmChanges,
  ) {}

  read(viewer: Admitted, firmId: string): Promise<FirmListing> {
    const editionId = editionOf(viewer).id;
    return this.database.snapshot(async (transaction) => {
      const [listing] = await transaction.query<Omit<FirmListing, 'touched'>>(
        `select f.id, f.version, f.name, f.country, e.stand, e.listed_mail as mail,
           (select coalesce(json_agg(p.display_name order by p.sort_key, d.id), '[]') from representative r
            join delegate d on d.id = r.delegate_id
            join person_in_edition p on p.edition_id = d.edition_id and p.id = d.person_id
            where r.edition_id = e.edition_id and r.firm_id = f.id) as representatives
         from firm_in_edition e join firm f on f.id = e.firm_id
         where e.edition_id = $1 and f.id = $2 and e.removed_at is null`,
        [editionId, firmId],
      );
      if (!listing) throw noSuchFirm(firmId);
      return {
        ...listing,
        touched: touchedOf(await this.removals.foresee(transaction, editionId, [firmId])),
      };
    });
  }

  /** Corrects a firm, which stays the same firm: what lists called it before is kept, so that the next one means it too. */
  correct(
    viewer: Admitted,
    firmId: string,
    { version, name, country, stand }: RouteInput<typeof correctFirm>['body'],
  ): Promise<Firm> {
    return this.#write(viewer, firmId, version, async (transaction, editionId, before) => {
      const other = (await firmsByKey(transaction)).get(firmKey({ name, country }));
      if (other && other !== firmId && (await isListed(transaction, editionId, other)))
        throw refuseField('body.name', name, 'is another firm of this edition already');
      if (firmKey(before) !== firmKey({ name, country })) {
        await transaction.query(
          `insert into firm_listing (edition_id, key, firm_id) select edition_id, $2, firm_id from firm_in_edition where firm_id = $1
           on conflict on constraint firm_listing_pk do update set firm_id = excluded.firm_id`,
          [firmId, firmKey(before)],
        );
      }
      await transaction.query(
        'update firm set name = $2, folded_name = $3, country = $4, version = version + 1 where id = $1',
        [firmId, name, fold(name), country],
      );
      await transaction.query(
        `update firm_in_edition set stand = $3, listed_stand = coalesce(listed_stand, stand, '')
         where edition_id = $1 and firm_id = $2 and stand is distinct from $3`,
        [editionId, firmId, stand || null],
      );
      const after = await this.repository.one(transaction, editionId, firmId);
      await this.changes.record(transaction, viewer, { editionId, firm: after, detail: { before, after } });
      return after;
    });
  }

  /** Takes a firm out of the edition, as a list without it would. */
  async remove(viewer: Admitted, firmId: string, version: number): Promise<void> {
    await this.#write(viewer, firmId, version, async (transaction, editionId, before) => {
      await this.removals.remove(transaction, viewer, editionId, [firmId]);
      await this.changes.record(transaction, viewer, {
        editionId,
        firm: before,
        detail: { before, after: null },
      });
    });
  }

  #write<Result>(
    viewer: Admitted,
    firmId: string,
    version: number,
    work: (transaction: Transaction, editionId: string, before: Firm) => Promise<Result>,
  ): Promise<Result> {
    const edition = editionOf(viewer);
    requirePhase(edition.phase, 'edit-edition');
    return this.database.write(async (transaction) => {
      await lockFirms(transaction);
      await transaction.query('select id from firm where id = $1 for no key update', [firmId]);
      const before = await this.repository.one(transaction, edition.id, firmId);
      requireVersion({
        thing: before.name,
        current: before.version,
        seen: version,
        details: { firm: before.id },
      });
      return work(transaction, edition.id, before);
    });
  }
}
